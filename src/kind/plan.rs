//! Kind `plan`: an official plan, kept as it was issued.
//!
//! A document is identified by number, issuer and date together; any of them may be unknown. Unknown, absent and not stated are
//! three different things: what the text at hand does not show is named under `unknown`.

use std::collections::BTreeMap;

use super::clause_at::ClauseAt;
use crate::record::{Spanned, choice, record};
use crate::text::dates::Date;
use crate::text::slug::slug;

choice! {
    /// The level of government a plan or a place belongs to. Different levels are never drawn on one axis.
    pub enum Level {
        /// Trung ương.
        Central = "central",
        /// Tỉnh, thành phố trực thuộc trung ương.
        Province = "province",
        /// Xã, phường, đặc khu.
        Commune = "commune",
        /// Một cơ quan.
        Body = "body",
    }
}

choice! {
    /// Which side issued the plan: papers of the state and of the Party follow different rules of form.
    pub enum Side {
        /// Nhà nước.
        State = "state",
        /// Đảng.
        Party = "party",
    }
}

choice! {
    /// How a target's value is meant.
    pub enum Comparator {
        /// Đạt đúng mức này.
        Exactly = "exactly",
        /// Trên mức này.
        Over = "over",
        /// Ít nhất mức này.
        AtLeast = "at_least",
        /// Phấn đấu đạt mức này.
        Strive = "strive",
    }
}

choice! {
    /// What a target's value counts. Units are never converted into each other.
    pub enum Unit {
        /// Phần trăm.
        Percent = "percent",
        /// Số người.
        People = "people",
        /// Lượt người: một người tới hai lần là hai lượt.
        Turns = "turns",
        /// Số lớp học.
        Classes = "classes",
        /// Một phần của tổng số, in là phân số: "2/3 số xã".
        Share = "share",
    }
}

choice! {
    /// What a target measures about its group.
    pub enum Indicator {
        /// Có kiến thức, kỹ năng số.
        Skills = "skills",
        /// Được xác nhận trên VNeID.
        Confirmed = "confirmed",
        /// Thành thạo công nghệ chuyên sâu của nghề.
        Mastery = "mastery",
    }
}

choice! {
    /// Whether the document still holds: an editor's statement, never guessed.
    pub enum Force {
        /// Còn áp dụng.
        InForce = "in_force",
        /// Đã được thay thế.
        Replaced = "replaced",
        /// Hết hiệu lực.
        Expired = "expired",
        /// Chưa xác định.
        Unknown = "unknown",
    }
}

record! {
    /// The metadata of a plan.
    pub struct Plan {
        /// Số, ký hiệu như in, ví dụ "67/KH-UBND".
        pub number: Option<String>,
        /// Cơ quan ban hành, tên lúc ban hành.
        pub issuer: String,
        /// Ngày ban hành.
        pub issued: Option<Date>,
        /// Những điều mà bản chữ hiện có không cho biết: number, issued, signatory.
        pub unknown: Vec<String>,
        /// Trích yếu như in.
        pub r#abstract: String,
        /// Dòng địa danh, ngày tháng như in.
        pub place_line: Option<String>,
        /// Cấp: central, province, commune hoặc body.
        pub level: Level,
        /// Bên ban hành: state hoặc party.
        pub side: Side,
        /// Thời gian thực hiện.
        pub period: Option<Period>,
        /// Vai trò của từng phần, ví dụ {targets: iii, tasks: iv}.
        pub parts: BTreeMap<String, Spanned<String>>,
        /// Năm câu tóm tắt.
        pub summary: Vec<Spanned<String>>,
        /// Căn cứ ban hành, theo thứ tự in.
        pub legal_basis: Vec<Cited>,
        /// Khối chữ ký.
        pub signature: Option<Signature>,
        /// Chữ ký số, nếu văn bản có.
        pub digital_signature: Option<DigitalSignature>,
        /// Nơi nhận như in.
        pub recipients: Vec<String>,
        /// Bản ký gốc.
        pub original: Option<Original>,
        /// Chỉ tiêu, mỗi số một dòng.
        pub targets: Vec<Target>,
        /// Báo cáo và việc có hạn riêng.
        pub deadlines: Vec<Deadline>,
        /// Việc mà người biên soạn nối với một nhiệm vụ được nhắc bằng lời, không bằng số điểm, khoản.
        pub related: Vec<Related>,
        /// Những chỗ chưa chắc chắn trong bản chữ.
        pub doubts: Vec<Doubt>,
        /// Tình trạng áp dụng do người biên soạn ghi.
        pub status: Option<Status>,
    }
}

record! {
    /// The years a plan runs.
    pub struct Period {
        /// Năm đầu.
        pub from: Spanned<i16>,
        /// Năm cuối.
        pub to: Spanned<i16>,
    }
}

record! {
    /// A document named in another.
    pub struct Cited {
        /// Số, ký hiệu.
        pub number: Option<String>,
        /// Cơ quan ban hành.
        pub issuer: Option<String>,
        /// Ngày ban hành.
        pub date: Option<Date>,
        /// Tên loại và trích yếu.
        pub title: Option<String>,
        /// Ghi chú.
        pub note: Option<String>,
        /// Điều chưa chắc chắn.
        pub doubt: Option<String>,
    }
}

record! {
    /// The signature block.
    pub struct Signature {
        /// Thay mặt, ví dụ “TM. Ủy ban nhân dân”.
        pub authority: Option<String>,
        /// Ký thay, ví dụ “KT. Chủ tịch”.
        pub under: Option<String>,
        /// Chức vụ người ký.
        pub role: Option<String>,
        /// Họ tên người ký.
        pub name: Option<String>,
        /// Điều chưa chắc chắn.
        pub doubt: Option<String>,
    }
}

record! {
    /// A digital signature, kept apart from the date of issue.
    pub struct DigitalSignature {
        /// Người ký.
        pub signer: Option<String>,
        /// Thư điện tử như in.
        pub email: Option<String>,
        /// Cơ quan.
        pub authority: Option<String>,
        /// Thời gian ký như in.
        pub at: Option<String>,
        /// Liên hệ của cơ quan chứng thực như in.
        pub contact: Option<String>,
    }
}

record! {
    /// Where the signed original is.
    pub struct Original {
        /// Có bản ký gốc trong tay hay không.
        pub held: bool,
        /// Ai giữ bản gốc.
        pub holder: Option<String>,
        /// Địa chỉ của bản gốc.
        pub url: Option<Spanned<String>>,
        /// Tệp bản gốc trong trang.
        pub file: Option<String>,
        /// Mã SHA-256 của tệp.
        pub sha256: Option<String>,
        /// Ghi chú.
        pub note: Option<String>,
    }
}

record! {
    /// One value to reach. It must stand in the text of its clause.
    pub struct Target {
        /// Địa chỉ của điểm, khoản nêu chỉ tiêu.
        pub clause: Spanned<String>,
        /// Năm.
        pub year: Spanned<i16>,
        /// Nhóm đối tượng.
        pub group: Spanned<String>,
        /// Đối tượng như in, khi khác tên nhóm.
        pub whom: Option<String>,
        /// Đo điều gì: skills, confirmed hoặc mastery.
        pub indicator: Option<Indicator>,
        /// Mức: exactly, over, at_least hoặc strive.
        pub comparator: Spanned<Comparator>,
        /// Con số như in, không kèm đơn vị.
        pub value: Spanned<String>,
        /// Đơn vị: percent (phần trăm), people (người), turns (lượt người), classes (lớp) hoặc share (phân số: 2/3).
        pub unit: Unit,
        /// Phạm vi lãnh thổ, khi hẹp hơn nơi ban hành.
        pub territory: Option<String>,
        /// Ghi chú, ví dụ nguồn số liệu.
        pub note: Option<String>,
        /// Điều chưa chắc chắn.
        pub doubt: Option<String>,
    }
}

choice! {
    /// What is due.
    pub enum DeadlineKind {
        /// Một báo cáo.
        Report = "report",
        /// Một việc phải xong.
        Work = "work",
        /// Một việc bắt đầu từ lúc đó.
        Start = "start",
    }
}

record! {
    /// Something that is due. Its words must stand in the text of its clause.
    pub struct Deadline {
        /// Địa chỉ của điểm, khoản nêu hạn.
        pub clause: Spanned<String>,
        /// Hạn, đúng như chữ trong điểm, khoản.
        pub printed: Spanned<String>,
        /// Loại: report (báo cáo), work (việc phải xong) hoặc start (việc bắt đầu từ lúc đó).
        pub kind: DeadlineKind,
        /// Ai phải làm (mã cơ quan), khi điểm, khoản không đứng dưới tên cơ quan đó.
        pub by: Vec<Spanned<String>>,
        /// Báo cáo gửi cho ai (mã cơ quan); bỏ trống khi kế hoạch không nêu.
        pub to: Vec<Spanned<String>>,
        /// Địa chỉ của phụ lục có mẫu báo cáo.
        pub form: Option<Spanned<String>>,
        /// Ghi chú.
        pub note: Option<String>,
    }
}

record! {
    /// An editor's link from a duty to the work that it names in words. It assigns nothing.
    pub struct Related {
        /// Địa chỉ của việc được giao; của gạch đầu dòng thì ghi kèm chữ: v.1-3 “…”.
        pub clause: ClauseAt,
        /// Địa chỉ của các nhiệm vụ mà việc ấy nhắc tới, ghi như trên.
        pub tasks: Vec<ClauseAt>,
    }
}

record! {
    /// Words of the text at hand that may have been misread.
    pub struct Doubt {
        /// Địa chỉ của điểm, khoản.
        pub clause: Spanned<String>,
        /// Chữ chưa chắc chắn.
        pub text: String,
        /// Vì sao.
        pub note: Option<String>,
    }
}

record! {
    /// Whether the plan still holds.
    pub struct Status {
        /// Tình trạng: in_force, replaced, expired hoặc unknown.
        pub state: Force,
        /// Căn cứ của nhận định này.
        pub note: Option<String>,
        /// Ngày nhận định.
        pub as_of: Option<Date>,
    }
}

impl Plan {
    /// The identifiers of the targets of the plan called `id`, in their order: `tra-vinh:ii.1.a:2025:can-bo`; several of one clause, year
    /// and group add those whom they name, and what is then still alike a number. So they do not hang on the order of the rows.
    pub fn target_ids(&self, id: &str) -> Vec<String> {
        let key = |target: &Target| {
            format!(
                "{id}:{}:{}:{}",
                target.clause.value, target.year.value, target.group.value
            )
        };
        let keys: Vec<String> = self.targets.iter().map(key).collect();
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let ids = self.targets.iter().zip(&keys).map(|(target, key)| {
            let alike = keys.iter().filter(|other| *other == key).count();
            let whom = target.whom.as_ref().filter(|_| alike > 1);
            let full = whom.map_or_else(|| key.clone(), |whom| format!("{key}:{}", slug(whom)));
            let number = seen.entry(full.clone()).or_insert(0);
            *number += 1;
            match *number {
                1 => full,
                number => format!("{full}-{number}"),
            }
        });
        ids.collect()
    }
}
