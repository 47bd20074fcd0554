//! A folder's own page, `_index.md`: how its documents are listed.

use crate::record::{choice, record};

choice! {
    /// The order of a listing.
    pub enum SortBy {
        /// Newest first.
        Date = "date",
        /// Smallest weight first.
        Weight = "weight",
        /// Vietnamese alphabetical order.
        Title = "title",
    }
}

record! {
    /// How a folder lists its documents.
    pub struct Section {
        /// Thứ tự: date (mới trước), weight (số nhỏ trước) hoặc title (theo chữ cái).
        pub sort_by: Option<SortBy>,
        /// Số mục trên một trang danh sách; bỏ trống thì dùng paginate_by của trang.
        pub paginate_by: Option<usize>,
        /// Tên ngắn trên thanh menu.
        pub nav_title: Option<String>,
    }
}
