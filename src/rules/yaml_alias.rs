//! YAML anchors and aliases. They are refused: they save little, hide where a value comes from, and can be made to explode.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "yaml-alias", Error,
    "không dùng được dấu neo (&) và tham chiếu (*) của YAML" => "YAML anchors (&) and aliases (*) cannot be used",
    help "viết lại giá trị ở chỗ cần; nếu là chữ thường, đặt trong dấu nháy" => "write the value out where it is needed; put quotes around it if it is plain text",
    what "Phần khai báo dùng dấu neo (&) hoặc tham chiếu (*) của YAML." => "The metadata uses YAML anchors (&) or aliases (*).",
    why "Chúng giấu nguồn gốc của giá trị và có thể làm tràn bộ nhớ; thường chỉ là quên đặt dấu nháy." => "They hide where a value comes from and can fill the memory; mostly a pair of quotes was forgotten.",
    wrong [
        "---",
        "title: Lớp học",
        "description: &chu-y Học tối thứ bảy",
        "---",
    ],
    right [
        "---",
        "title: Lớp học",
        "description: Chú ý, học tối thứ bảy",
        "---",
    ],
);

/// An anchor or alias stands at `span`.
pub fn yaml_alias(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span)
}
