//! Kind `event`: a day, a session, a deadline. All times are those of Asia/Ho_Chi_Minh.
//!
//! What recurs ("10/10 hằng năm") is a rule in its printed words and never a date of its own.

use super::ClauseRef;
use super::clause_at::ClauseAt;
use crate::record::{Spanned, choice, record};
use crate::text::dates::{Clock, Date, DayMonth, Moment};

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
        pub status: Option<Spanned<EventStatus>>,
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
        pub id: Spanned<String>,
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
        pub id: Option<Spanned<String>>,
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
        /// Địa phương.
        pub place: Option<Spanned<String>>,
        /// Ghi chú.
        pub note: Option<String>,
    }
}

record! {
    /// A part of an event with its own hour or room.
    pub struct Session {
        /// Tên phiên.
        pub title: String,
        /// Mã của phiên, chữ thường không dấu; nên có khi nhiều phiên cùng tên, để lịch trên điện thoại nhận ra phiên khi đổi giờ.
        pub id: Option<Spanned<String>>,
        /// Bắt đầu.
        pub start: Option<Spanned<Moment>>,
        /// Kết thúc.
        pub end: Option<Spanned<Moment>>,
        /// Cả ngày.
        pub all_day: bool,
        /// Địa phương nơi diễn ra phiên, khi sự kiện ở nhiều nơi.
        pub place: Option<Spanned<String>>,
        /// Mã địa điểm.
        pub venue: Option<Spanned<String>>,
        /// Hình thức.
        pub format: Option<Format>,
        /// Dành cho ai.
        pub audience: Vec<Spanned<String>>,
        /// Số chỗ của phiên.
        pub seats: Option<u32>,
        /// Tình trạng, khi khác tình trạng của cả sự kiện.
        pub status: Option<Spanned<EventStatus>>,
        /// Giờ hoặc nơi trước khi đổi.
        pub before: Option<String>,
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
        pub phone: Option<Spanned<String>>,
    }
}

record! {
    /// Whom to ask.
    pub struct Contact {
        /// Tên đầu mối.
        pub name: Option<String>,
        /// Điện thoại.
        pub phone: Option<Spanned<String>>,
        /// Thư điện tử.
        pub email: Option<Spanned<String>>,
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
        pub at: Spanned<Moment>,
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

record! {
    /// A row of a table of events: one session. Rows with the same `event` are one event; what holds for the whole of it stands in any
    /// of them.
    pub struct EventRow {
        /// Mã sự kiện, chữ thường không dấu, nối bằng gạch; các dòng cùng mã là các phiên của một sự kiện.
        pub event: Spanned<String>,
        /// Tên sự kiện; ghi ở một dòng là đủ.
        pub title: Option<Spanned<String>>,
        /// Một câu: sự kiện gì, dành cho ai.
        pub description: Option<Spanned<String>>,
        /// Mã chuỗi sự kiện, ví dụ ngay-10-10.
        pub series: Option<Spanned<String>>,
        /// Tên chuỗi.
        pub series_name: Option<Spanned<String>>,
        /// Chủ đề của năm.
        pub theme: Option<Spanned<String>>,
        /// Mã địa phương.
        pub place: Option<Spanned<String>>,
        /// Ngày, ngày trước tháng sau: 10/10/2026.
        pub date: Option<Spanned<Date>>,
        /// Ngày cuối, khi kéo dài nhiều ngày.
        pub end_date: Option<Spanned<Date>>,
        /// Từ mấy giờ: 07:30.
        pub from: Option<Spanned<Clock>>,
        /// Đến mấy giờ: 11:00.
        pub to: Option<Spanned<Clock>>,
        /// Cả ngày: có (hoặc x).
        pub all_day: bool,
        /// Tên phiên.
        pub session: Option<String>,
        /// Mã của phiên, chữ thường không dấu; nên ghi khi nhiều phiên cùng tên, để lịch trên điện thoại nhận ra phiên khi đổi giờ.
        pub session_id: Option<Spanned<String>>,
        /// Tên địa điểm.
        pub venue: Option<Spanned<String>>,
        /// Mã xã, phường.
        pub commune: Option<Spanned<String>>,
        /// Địa chỉ.
        pub address: Option<Spanned<String>>,
        /// Lối vào cho xe lăn: có, không hoặc chưa rõ (yes, no, unknown).
        pub accessible: Option<Spanned<Known>>,
        /// Là điểm cầu trực tuyến: có (hoặc x).
        pub connected: bool,
        /// Hình thức: trực tiếp, trực tuyến, hoặc trực tiếp và trực tuyến (onsite, online, hybrid).
        pub format: Option<Spanned<Format>>,
        /// Địa chỉ tham gia trực tuyến.
        pub online_link: Option<Spanned<String>>,
        /// Đơn vị tổ chức, cách nhau bằng dấu chấm phẩy.
        pub organiser: Vec<Spanned<String>>,
        /// Đơn vị phối hợp.
        pub partners: Vec<Spanned<String>>,
        /// Mã nhóm đối tượng.
        pub audience: Vec<Spanned<String>>,
        /// Ngôn ngữ.
        pub languages: Vec<Spanned<String>>,
        /// Số chỗ của dòng này.
        pub seats: Option<Spanned<u32>>,
        /// Cách đăng ký: qua một địa chỉ, qua điện thoại hoặc không cần đăng ký (link, phone, none).
        pub register: Option<Spanned<RegistrationHow>>,
        /// Địa chỉ hoặc số điện thoại đăng ký.
        pub register_at: Option<Spanned<String>>,
        /// Chi phí.
        pub cost: Option<Spanned<String>>,
        /// Cần mang theo.
        pub bring: Vec<Spanned<String>>,
        /// Tên đầu mối.
        pub contact: Option<Spanned<String>>,
        /// Điện thoại của đầu mối.
        pub phone: Option<Spanned<String>>,
        /// Thư điện tử của đầu mối.
        pub email: Option<Spanned<String>>,
        /// Tình trạng của dòng này: dự kiến, đã xác nhận, hoãn, hủy, đổi giờ hoặc địa điểm, chuyển sang trực tuyến (planned, confirmed, postponed, cancelled, moved, online); hủy cả sự kiện thì ghi ở mọi dòng.
        pub status: Option<Spanned<EventStatus>>,
        /// Nói thêm về tình trạng.
        pub status_note: Option<Spanned<String>>,
        /// Thay đổi báo lúc nào; nhiều lần thì cách nhau bằng dấu chấm phẩy, lần sau ghi sau.
        pub changed_at: Vec<Spanned<Moment>>,
        /// Mỗi lần đổi điều gì.
        pub changed: Option<Spanned<String>>,
        /// Mỗi lần, trước đó là gì.
        pub changed_from: Option<Spanned<String>>,
        /// Kết quả sau sự kiện.
        pub outcome: Option<Spanned<String>>,
        /// Bằng chứng của kết quả.
        pub evidence: Option<Spanned<String>>,
        /// Kế hoạch nêu sự kiện (tên tệp).
        pub plan: Option<Spanned<String>>,
        /// Địa chỉ của điểm, khoản trong kế hoạch đó.
        pub clause: Option<ClauseAt>,
        /// Tên tài liệu.
        pub document: Option<Spanned<String>>,
        /// Nơi lấy tài liệu.
        pub document_link: Option<Spanned<String>>,
        /// Ghi chú của phiên.
        pub note: Option<String>,
        /// Ngày ghi hoặc sửa dòng này.
        pub updated: Option<Date>,
    }
}

impl Event {
    /// How a session stands, or the event itself: when the whole is cancelled or postponed, so is every part of it.
    pub fn status_of(&self, session: Option<&Session>) -> Option<EventStatus> {
        let whole = self.status.as_ref().map(|status| status.value);
        let own = session.and_then(|session| session.status.as_ref());
        match whole {
            Some(status) if status.is_off() => whole,
            _ => own.map(|status| status.value).or(whole),
        }
    }

    /// The venue that a session names; when the event has one only and gives it no id to be named by, that one.
    pub fn venue_of(&self, session: &Session) -> Option<&Venue> {
        let Some(id) = &session.venue else {
            let [only] = self.venues.as_slice() else {
                return None;
            };
            let place =
                |place: &Option<Spanned<String>>| place.as_ref().map(|place| place.value.clone());
            let elsewhere = session.place.is_some() && place(&session.place) != place(&only.place);
            return Some(only).filter(|only| only.id.is_none() && !elsewhere);
        };
        let mut venues = self.venues.iter();
        venues.find(|venue| venue.id.as_ref() == Some(id))
    }
}

impl Contact {
    /// What is given of name, telephone and mail.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        let email = self.email.as_ref().map(|email| email.as_str());
        let phone = self.phone.as_ref().map(|phone| phone.as_str());
        let parts = [self.name.as_deref(), phone, email];
        parts.into_iter().flatten()
    }
}

impl EventStatus {
    /// Whether nothing takes place at the day that is told.
    pub fn is_off(self) -> bool {
        matches!(self, Self::Cancelled | Self::Postponed)
    }

    /// Whether it says that something is not as it was announced.
    pub fn is_change(self) -> bool {
        !matches!(self, Self::Planned | Self::Confirmed)
    }
}
