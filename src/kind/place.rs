//! Kind `place`: a province, city or commune with the dates between which its name, kind and code held.
//!
//! Codes are those of Quyết định 19/2025/QĐ-TTg; several are used again for other units, so a code means something only with a date.

use super::clause_at::ClauseAt;
use super::plan::Level;
use crate::record::{Spanned, choice, record};
use crate::text::dates::Date;

choice! {
    /// The kind of an administrative unit.
    pub enum UnitKind {
        /// Tỉnh.
        Province = "tỉnh",
        /// Thành phố trực thuộc trung ương.
        City = "thành phố",
        /// Xã.
        Commune = "xã",
        /// Phường.
        Ward = "phường",
        /// Đặc khu.
        SpecialZone = "đặc khu",
    }
}

record! {
    /// The metadata of a place.
    pub struct Place {
        /// Tên đầy đủ, ví dụ “Tỉnh Vĩnh Long”.
        pub full_name: Spanned<String>,
        /// Loại đơn vị: tỉnh, thành phố, xã, phường, đặc khu.
        pub unit: UnitKind,
        /// Cấp: province hoặc commune.
        pub level: Level,
        /// Mã đơn vị hành chính; với đơn vị không còn nữa là mã cuối cùng.
        pub code: Option<String>,
        /// Tỉnh, thành phố mà xã, phường thuộc về.
        pub parent: Option<Spanned<String>>,
        /// Ngày cuối cùng đơn vị còn tồn tại.
        pub valid_to: Option<Date>,
        /// Đơn vị kế thừa.
        pub successor: Option<Successor>,
        /// Các đơn vị đã hợp thành.
        pub predecessors: Vec<Predecessor>,
        /// Lịch sử tên gọi, loại và mã, cũ trước.
        pub history: Vec<HistoryRow>,
        /// Tên gọi khác.
        pub other_names: Vec<String>,
        /// Nơi hỗ trợ người dân, chỉ khi có nguồn.
        pub help: Vec<HelpPoint>,
        /// Kế hoạch giao ai giúp người dân, khi chưa có nơi hỗ trợ cụ thể.
        pub help_duties: Vec<HelpDuty>,
    }
}

record! {
    /// Whom a plan gives the task of helping people.
    pub struct HelpDuty {
        /// Ai, tên như in.
        pub who: String,
        /// Giúp việc gì.
        pub what: String,
        /// Kế hoạch.
        pub plan: Spanned<String>,
        /// Điểm, khoản.
        pub clause: ClauseAt,
    }
}

record! {
    /// The unit that took over.
    pub struct Successor {
        /// Đơn vị kế thừa.
        pub place: Spanned<String>,
        /// Từ ngày.
        pub from: Date,
        /// Theo văn bản nào.
        pub by: Option<String>,
    }
}

record! {
    /// A unit that became part of this one.
    pub struct Predecessor {
        /// Tên.
        pub name: String,
        /// Loại đơn vị.
        pub unit: Option<UnitKind>,
        /// Mã cuối cùng.
        pub code: Option<String>,
        /// Trang của đơn vị đó, nếu có.
        pub place: Option<Spanned<String>>,
    }
}

record! {
    /// Name, kind and code between two days.
    pub struct HistoryRow {
        /// Từ ngày.
        pub from: Option<Date>,
        /// Đến ngày.
        pub to: Option<Date>,
        /// Tên.
        pub name: String,
        /// Loại đơn vị.
        pub unit: Option<UnitKind>,
        /// Mã.
        pub code: Option<String>,
        /// Theo văn bản nào.
        pub by: Option<String>,
        /// Ghi chú.
        pub note: Option<String>,
    }
}

record! {
    /// Where people get help in person.
    pub struct HelpPoint {
        /// Tên nơi hỗ trợ.
        pub name: String,
        /// Địa chỉ.
        pub address: Option<String>,
        /// Giờ làm việc.
        pub hours: Option<String>,
        /// Điện thoại.
        pub phone: Option<Spanned<String>>,
        /// Ngôn ngữ hỗ trợ.
        pub languages: Vec<String>,
        /// Lối vào không bậc: yes, no hoặc unknown.
        pub step_free: Option<super::event::Known>,
        /// Ngày kiểm tra thông tin.
        pub checked_on: Option<Spanned<Date>>,
        /// Ghi chú.
        pub note: Option<String>,
    }
}
