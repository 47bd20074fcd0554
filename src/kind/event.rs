//! Kind `event`: a day, a session, a deadline. All times are those of Asia/Ho_Chi_Minh.
//!
//! What recurs ("10/10 hằng năm") is a rule in its printed words and never a date of its own.

use super::ClauseRef;
use crate::record::{Spanned, choice, record};
use crate::text::dates::{Date, DayMonth, Moment};

choice! {
    /// Where an event takes place.
    pub enum Format {
        /// Trực tiếp.
        Onsite = "onsite",
        /// Trực tuyến.
        Online = "online",
        /// Trực tiếp và trực tuyến.
        Hybrid = "hybrid",
    }
}

choice! {
    /// How sure an event is.
    pub enum EventStatus {
        /// Dự kiến.
        Planned = "planned",
        /// Đã xác nhận.
        Confirmed = "confirmed",
        /// Hoãn.
        Postponed = "postponed",
        /// Hủy.
        Cancelled = "cancelled",
        /// Đổi giờ hoặc địa điểm.
        Moved = "moved",
        /// Chuyển sang trực tuyến.
        Online = "online",
    }
}

choice! {
    /// A fact that may not be known.
    pub enum Known {
        /// Có.
        Yes = "yes",
        /// Không.
        No = "no",
        /// Chưa rõ.
        Unknown = "unknown",
    }
}

choice! {
    /// How one registers.
    pub enum RegistrationHow {
        /// Qua một địa chỉ.
        Link = "link",
        /// Qua điện thoại.
        Phone = "phone",
        /// Không cần đăng ký.
        None = "none",
    }
}

record! {
    /// The metadata of an event.
    pub struct Event {
        /// Chuỗi sự kiện, ví dụ ngày 10/10.
        pub series: Option<Series>,
        /// Quy tắc lặp lại, giữ nguyên lời in.
        pub rule: Option<Rule>,
        /// Bắt đầu (ngày, hoặc ngày và giờ).
        pub start: Option<Spanned<Moment>>,
        /// Kết thúc.
        pub end: Option<Spanned<Moment>>,
        /// Cả ngày.
        pub all_day: bool,
        /// Hình thức: onsite, online hoặc hybrid.
        pub format: Option<Format>,
        /// Địa điểm và điểm cầu.
        pub venues: Vec<Venue>,
        /// Các phiên trong ngày.
        pub sessions: Vec<Session>,
        /// Địa chỉ tham gia trực tuyến.
        pub online_link: Option<Spanned<String>>,
        /// Có những hoạt động gì.
        pub activities: Vec<String>,
        /// Đơn vị tổ chức.
        pub organiser: Vec<String>,
        /// Đơn vị phối hợp.
        pub partners: Vec<String>,
        /// Ngôn ngữ.
        pub languages: Vec<String>,
        /// Số chỗ.
        pub seats: Option<u32>,
        /// Đăng ký.
        pub registration: Option<Registration>,
        /// Chi phí.
        pub cost: Option<String>,
        /// Cần mang theo.
        pub bring: Vec<String>,
        /// Đầu mối liên hệ.
        pub contact: Option<Contact>,
        /// Tài liệu.
        pub documents: Vec<Attachment>,
        /// Tình trạng: planned, confirmed, postponed, cancelled, moved hoặc online.
        pub status: Option<EventStatus>,
        /// Nói thêm về tình trạng.
        pub status_note: Option<String>,
        /// Những thay đổi đã báo.
        pub changes: Vec<Change>,
        /// Kết quả sau sự kiện.
        pub outcome: Option<Outcome>,
        /// Điểm, khoản trong kế hoạch nêu sự kiện.
        pub plan_refs: Vec<ClauseRef>,
    }
}

record! {
    /// What an event belongs to.
    pub struct Series {
        /// Mã chuỗi.
        pub id: String,
        /// Tên.
        pub name: String,
        /// Năm.
        pub year: Option<i16>,
        /// Chủ đề của năm.
        pub theme: Option<String>,
    }
}

record! {
    /// A recurrence in its printed words.
    pub struct Rule {
        /// Lời in trong kế hoạch.
        pub printed: String,
        /// Ngày trong năm, ngày trước tháng sau: 10/10.
        pub yearly: Option<DayMonth>,
    }
}

record! {
    /// Where an event takes place.
    pub struct Venue {
        /// Mã để các phiên dẫn tới.
        pub id: Option<String>,
        /// Tên địa điểm.
        pub name: String,
        /// Mã xã, phường.
        pub commune: Option<String>,
        /// Địa chỉ.
        pub address: Option<String>,
        /// Lối vào cho xe lăn: yes, no hoặc unknown.
        pub accessible: Option<Known>,
        /// Là điểm cầu trực tuyến.
        pub connected: bool,
        /// Ghi chú.
        pub note: Option<String>,
    }
}

record! {
    /// A part of an event with its own hour or room.
    pub struct Session {
        /// Tên phiên.
        pub title: String,
        /// Bắt đầu.
        pub start: Option<Spanned<Moment>>,
        /// Kết thúc.
        pub end: Option<Spanned<Moment>>,
        /// Mã địa điểm.
        pub venue: Option<String>,
        /// Hình thức.
        pub format: Option<Format>,
        /// Dành cho ai.
        pub audience: Vec<Spanned<String>>,
        /// Ghi chú.
        pub note: Option<String>,
    }
}

record! {
    /// How one registers.
    pub struct Registration {
        /// Cách đăng ký: link, phone hoặc none.
        pub how: RegistrationHow,
        /// Địa chỉ đăng ký.
        pub link: Option<Spanned<String>>,
        /// Điện thoại đăng ký.
        pub phone: Option<String>,
    }
}

record! {
    /// Whom to ask.
    pub struct Contact {
        /// Tên đầu mối.
        pub name: Option<String>,
        /// Điện thoại.
        pub phone: Option<String>,
        /// Thư điện tử.
        pub email: Option<String>,
    }
}

record! {
    /// A paper that belongs to an event.
    pub struct Attachment {
        /// Tên tài liệu.
        pub title: String,
        /// Nơi lấy.
        pub link: Option<Spanned<String>>,
    }
}

record! {
    /// A change that was announced.
    pub struct Change {
        /// Báo lúc nào.
        pub at: Moment,
        /// Đổi điều gì.
        pub what: String,
        /// Trước đó là gì.
        pub from: Option<String>,
    }
}

record! {
    /// What came of an event.
    pub struct Outcome {
        /// Kết quả.
        pub text: String,
        /// Bằng chứng.
        pub evidence: Option<String>,
        /// Tính đến ngày.
        pub as_of: Option<Date>,
    }
}
