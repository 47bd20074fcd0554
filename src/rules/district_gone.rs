//! A district named as if it still existed: since 1 July 2025 there are none (Luật Tổ chức chính quyền địa phương số 72/2025/QH15).

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "district-gone", Warning,
    "“{name}” không còn từ ngày 1/7/2025: không còn huyện, quận, thị xã, thị trấn" => "“{name}” has not existed since 1 July 2025: there are no districts and townships any more",
    help "ghi xã, phường hiện nay; nếu nói chuyện trước đây, thêm “cũ” hoặc “trước đây”, hoặc ghi vào acknowledge: code: district-gone, at: {name}" => "name the commune or ward of today; if it is about the past, add “cũ” or “trước đây”, or acknowledge it: code: district-gone, at: {name}",
    what "Bài sau ngày 1/7/2025 nhắc một huyện, quận, thị xã, thị trấn như vẫn còn." => "A text of after 1 July 2025 names a district or township as if it still existed.",
    why "Người dân sẽ tới một cơ quan không còn nữa." => "People would go to an office that is no more.",
    wrong [
        "---",
        "date: 10/10/2026",
        "---",
        "Đăng ký tại UBND huyện Càng Long.",
    ],
    right [
        "---",
        "date: 10/10/2026",
        "---",
        "Đăng ký tại UBND xã Càng Long (thuộc huyện Càng Long cũ).",
    ],
    at "tên huyện, quận, thị xã, thị trấn" => "the name of the district or township",
);

/// The district `name` at `span`.
pub fn district_gone(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("name", name).about(name)
}
