//! Kind `lesson`: one thing learned in one sitting, in steps that a helper can say aloud.

use super::{ClauseRef, Drawing};
use crate::record::{Spanned, choice, record};
use crate::text::dates::Date;

choice! {
    /// What the learner holds in hand.
    pub enum Device {
        /// Máy nào cũng được.
        Any = "any",
        /// Điện thoại thông minh, Android hay iPhone.
        Smartphone = "smartphone",
        /// Điện thoại thông minh hoặc máy tính.
        SmartphoneOrComputer = "smartphone-or-computer",
        /// Điện thoại Android.
        Android = "android",
        /// iPhone.
        Iphone = "iphone",
        /// Điện thoại phím bấm.
        FeaturePhone = "feature-phone",
        /// Máy tính.
        Computer = "computer",
    }
}

record! {
    /// The metadata of a lesson.
    pub struct Lesson {
        /// Thiết bị: any, smartphone, smartphone-or-computer, android, iphone, feature-phone hoặc computer.
        pub device: Device,
        /// Số phút.
        pub minutes: u32,
        /// Cần chuẩn bị gì.
        pub needs: Vec<String>,
        /// Học xong làm được gì.
        pub goal: Option<String>,
        /// Hình vẽ của bài.
        pub drawing: Option<Drawing>,
        /// Các bước.
        pub steps: Vec<Step>,
        /// Trục trặc thường gặp.
        pub trouble: Vec<Trouble>,
        /// Câu hỏi tự kiểm tra.
        pub questions: Vec<Question>,
        /// Lưu ý an toàn.
        pub safety: Vec<String>,
        /// Ngày kiểm tra các bước.
        pub checked_on: Option<Spanned<Date>>,
        /// Đã kiểm tra bằng cách nào, ví dụ “làm thử trên điện thoại Android”.
        pub checked_how: Option<String>,
        /// Phiên bản ứng dụng khi kiểm tra.
        pub app_version: Option<String>,
        /// Điểm, khoản trong kế hoạch yêu cầu bài này.
        pub plan_refs: Vec<ClauseRef>,
        /// Các mô hình liên quan (tên tệp).
        pub models: Vec<Spanned<String>>,
    }
}

record! {
    /// One step.
    pub struct Step {
        /// Người học làm gì.
        pub r#do: Spanned<String>,
        /// Người hướng dẫn nói gì.
        pub say: Option<Spanned<String>>,
        /// Thấy gì trên máy.
        pub see: Option<String>,
        /// Làm sao biết đã xong.
        pub check: Option<String>,
    }
}

record! {
    /// Something that often goes wrong.
    pub struct Trouble {
        /// Trục trặc.
        pub problem: String,
        /// Cách xử lý.
        pub remedy: String,
    }
}

record! {
    /// A question to check oneself.
    pub struct Question {
        /// Câu hỏi.
        pub question: String,
        /// Các lựa chọn.
        pub choices: Vec<String>,
        /// Lựa chọn đúng, đếm từ 1.
        pub answer: Spanned<usize>,
        /// Vì sao.
        pub why: String,
    }
}
