//! Kind `model`: one of the campaign's models, such as Chợ số with its 4T or Gia đình số, and how each plan words it.

use super::Drawing;
use super::clause_at::ClauseAt;
use crate::record::{Spanned, record};

record! {
    /// The metadata of a model.
    pub struct Model {
        /// Hình vẽ giải thích mô hình.
        pub drawing: Option<Drawing>,
        /// Ba câu ngắn.
        pub in_short: Vec<String>,
        /// Các phần của mô hình, ví dụ bốn chữ T.
        pub parts: Vec<Part>,
        /// Cách làm từng bước.
        pub steps: Vec<Step>,
        /// Những con số của mô hình và nơi nêu.
        pub numbers: Vec<Number>,
        /// Mỗi kế hoạch nói về mô hình thế nào.
        pub wordings: Vec<Wording>,
        /// Sáng thứ Hai ai làm gì.
        pub monday: Vec<Duty>,
        /// Các bài học liên quan (tên tệp).
        pub lessons: Vec<Spanned<String>>,
    }
}

record! {
    /// One part of a model.
    pub struct Part {
        /// Tên.
        pub name: String,
        /// Một, hai câu giải thích.
        pub text: String,
    }
}

record! {
    /// One step of how a model works.
    pub struct Step {
        /// Tên bước.
        pub title: String,
        /// Làm gì.
        pub text: String,
    }
}

record! {
    /// A number that a plan prints for the model.
    pub struct Number {
        /// Con số như in.
        pub value: String,
        /// Con số nói điều gì.
        pub text: String,
        /// Kế hoạch nêu con số.
        pub plan: Spanned<String>,
        /// Điểm, khoản nêu con số.
        pub clause: ClauseAt,
    }
}

record! {
    /// How one plan words the model.
    pub struct Wording {
        /// Kế hoạch.
        pub plan: Spanned<String>,
        /// Điểm, khoản.
        pub clause: ClauseAt,
        /// Tên mô hình như kế hoạch in.
        pub name: String,
        /// Kế hoạch nói gì, khác ở đâu.
        pub text: String,
        /// Cơ quan chủ trì như in; bỏ trống nếu không nêu.
        pub lead: Option<String>,
        /// Ghi chú về nơi nêu cơ quan chủ trì.
        pub lead_note: Option<String>,
    }
}

record! {
    /// What somebody does on Monday.
    pub struct Duty {
        /// Ai.
        pub who: String,
        /// Làm gì.
        pub text: String,
    }
}
