//! A text file that is not Unicode (UTF-8), such as one saved in TCVN3 or VNI.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "not-utf8", Error,
    "tệp không phải chữ Unicode (UTF-8)" => "the file is not Unicode text (UTF-8)",
    help "mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8; nếu là chữ TCVN3 hay VNI, hãy chuyển mã trước" => "open it in an editor and save it as UTF-8; convert TCVN3 or VNI text first",
);

/// The first byte that is not UTF-8 stands at `span`.
pub fn not_utf8(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span)
}
