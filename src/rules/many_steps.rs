//! A lesson of more steps than fit into one sitting.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "many-steps", Warning,
    "bài có {count} bước, nên không quá {limit} bước" => "the lesson has {count} steps, {limit} at most are wise",
    help "chia thành hai bài, mỗi bài một việc làm xong được" => "make two lessons of it, each of something that gets done",
    what "Bài học có hơn bảy bước." => "A lesson has more than seven steps.",
    why "Quá bảy bước thì người học không nhớ và không kịp làm trong một buổi." => "Nobody keeps more than seven in mind, or does them in one sitting.",
    wrong [
        "-- content/bai-hoc/bai.md --",
        "---",
        "steps: [{do: Mở máy}, {do: Mở cài đặt}, {do: Chọn mạng}, {do: Chọn tên mạng}, {do: Gõ mật khẩu}, {do: Bấm nối}, {do: Mở trình duyệt}, {do: Gõ địa chỉ}]",
        "---",
    ],
    right [
        "-- content/bai-hoc/bai.md --",
        "---",
        "steps: [{do: Mở cài đặt}, {do: Chọn mạng}, {do: Chọn tên mạng}, {do: Gõ mật khẩu}, {do: Bấm nối}]",
        "---",
    ],
    at "chữ “steps”" => "the word “steps”",
);

/// The step at `span` is the first too many.
pub fn many_steps(span: Span, count: &str, limit: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("count", count)
        .with("limit", limit)
        .about("steps")
}
