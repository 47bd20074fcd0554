//! Kind `path`: the lessons for one group in the order in which to take them.

use super::ClauseRef;
use crate::record::{Spanned, record};

record! {
    /// The metadata of a learning path.
    pub struct Path {
        /// Các bài học theo thứ tự (tên tệp).
        pub lessons: Vec<Spanned<String>>,
        /// Điểm, khoản trong kế hoạch nêu việc học của nhóm này.
        pub plan_refs: Vec<ClauseRef>,
    }
}
