//! What `content/site.yaml` says about the site as a whole.

use std::collections::BTreeMap;

use crate::record::{Spanned, choice, record};

choice! {
    /// Where the styles and scripts of pages stand.
    pub enum Styles {
        /// Trong từng trang: mở một lần là đọc được.
        Inline = "inline",
        /// Trong tệp riêng, cho cổng thông tin cấm kiểu và mã nằm trong trang.
        File = "file",
    }
}

record! {
    /// The site's configuration. Unknown keys are errors.
    pub struct Config {
        /// Tên trang, hiện ở đầu mọi trang.
        pub title: String,
        /// Một câu: trang này là gì, dành cho ai.
        pub description: String,
        /// Địa chỉ đầy đủ của trang khi công bố; bỏ trống thì dùng một địa chỉ ví dụ.
        pub base_url: Option<Spanned<String>>,
        /// Mã cố định của trang trong lịch và nguồn tin, chữ thường không dấu; đặt một lần rồi không đổi, để lịch đã lưu trên điện thoại vẫn nhận ra sự kiện khi trang đổi tên hoặc đổi địa chỉ.
        pub calendar_id: Option<Spanned<String>>,
        /// Ngôn ngữ chính, mặc định vi.
        pub lang: Option<Spanned<String>>,
        /// Các ngôn ngữ khác mà trang có bản dịch.
        pub languages: Vec<Spanned<String>>,
        /// Tên giao diện, mặc định là default.
        pub theme: Option<Spanned<String>>,
        /// Cơ quan chủ quản và người chịu trách nhiệm nội dung.
        pub owner: Option<Owner>,
        /// Dòng ghi nguồn khi sử dụng lại thông tin.
        pub source_line: Option<String>,
        /// Giấy phép của dữ liệu mở; nêu nhiều giấy phép là được chọn một.
        pub data_licences: Vec<Licence>,
        /// Nền tảng chính thức mà trang dẫn tới.
        pub official_platform: Option<Platform>,
        /// Lời nhắc hiện ở cuối mọi bài học.
        pub lesson_notice: Option<Door>,
        /// Các mục trên thanh menu, viết @/đường-dẫn.md.
        pub menu: Vec<Spanned<String>>,
        /// Các lối vào lớn trên trang chủ.
        pub doors: Vec<Door>,
        /// Các liên kết cuối trang, viết @/đường-dẫn.md.
        pub footer: Vec<Spanned<String>>,
        /// Thư mục nào chứa loại nội dung nào.
        pub kinds: BTreeMap<String, Spanned<String>>,
        /// Các cách xếp loại trang.
        pub taxonomies: Vec<Taxonomy>,
        /// Số mục trên một trang danh sách.
        pub paginate_by: Option<usize>,
        /// Có ô tìm kiếm hay không; bỏ trống là có.
        pub search: Option<bool>,
        /// Trang có được lưu trên máy để đọc khi mất mạng hay không; bỏ trống là có.
        pub offline: Option<bool>,
        /// Có vẽ cho mỗi trang một ảnh để hiện khi chia sẻ hay không; bỏ trống là có.
        pub share_pictures: Option<bool>,
        /// Kiểu và mã nằm trong trang (inline, mặc định) hay trong tệp riêng (file), khi cổng thông tin cấm kiểu nằm trong trang.
        pub styles: Option<Styles>,
        /// Nội dung có sử dụng trí tuệ nhân tạo (đúng cho mọi trang, trừ trang tự khai khác).
        pub made_with_ai: bool,
    }
}

record! {
    /// Who answers for the site. What is not given is shown as missing.
    pub struct Owner {
        /// Cơ quan chủ quản.
        pub agency: Option<String>,
        /// Người chịu trách nhiệm nội dung.
        pub person: Option<String>,
        /// Địa chỉ.
        pub address: Option<String>,
        /// Điện thoại.
        pub phone: Option<String>,
        /// Thư điện tử.
        pub email: Option<Spanned<String>>,
        /// Giấy phép hoặc quyết định thành lập trang.
        pub licence: Option<String>,
    }
}

record! {
    /// Under what terms the open data may be used.
    pub struct Licence {
        /// Mã theo SPDX, ví dụ CC-BY-4.0.
        pub id: Option<String>,
        /// Tên giấy phép.
        pub title: String,
        /// Nơi đọc giấy phép.
        pub link: Option<Spanned<String>>,
    }
}

record! {
    /// An official platform.
    pub struct Platform {
        /// Tên nền tảng.
        pub title: String,
        /// Địa chỉ đầy đủ.
        pub link: Spanned<String>,
    }
}

record! {
    /// A few words that lead to a page: a large way into the site on the home page, a notice.
    pub struct Door {
        /// Lời mời hoặc lời nhắc, ngắn.
        pub title: String,
        /// Một câu giải thích.
        pub text: String,
        /// Nơi dẫn tới, viết @/đường-dẫn.md.
        pub link: Spanned<String>,
    }
}

record! {
    /// One way of sorting pages by terms.
    pub struct Taxonomy {
        /// Tên dùng trong khóa taxonomies và trong địa chỉ.
        pub name: String,
        /// Tên cho người đọc.
        pub title: String,
        /// Số mục trên một trang danh sách.
        pub paginate_by: Option<usize>,
    }
}

/// The host of a site without an owner: reserved, so that nothing by accident leads to a stranger (RFC 2606).
const EXAMPLE_URL: &str = "https://loa.example/";

impl Config {
    /// The address under which the site is published, with a slash at the end.
    pub fn base_url(&self) -> String {
        let given = self.base_url.as_ref().map_or(EXAMPLE_URL, |url| &url.value);
        format!("{}/", given.trim_end_matches('/'))
    }

    /// The path of the published site when an owner has set a real host.
    pub fn published_path(&self) -> Option<String> {
        let url = self.base_url();
        let (host, path) = url.split_once("://")?.1.split_once('/')?;
        let example = host == "example" || host.ends_with(".example");
        (!example).then(|| format!("/{path}"))
    }

    /// The path under which the site is published, with slashes at both ends.
    pub fn base_path(&self) -> String {
        let url = self.base_url();
        let path = url
            .split_once("://")
            .and_then(|(_, rest)| rest.split_once('/'));
        format!("/{}", path.map_or("", |(_, path)| path))
    }

    /// The main language.
    pub fn lang(&self) -> &str {
        self.lang.as_ref().map_or("vi", |lang| &lang.value)
    }

    /// The theme's name.
    pub fn theme(&self) -> &str {
        self.theme.as_ref().map_or("default", |theme| &theme.value)
    }
}
