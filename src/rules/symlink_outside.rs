//! A symbolic link that leads out of the site, or in a circle.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "symlink-outside", Error,
    "liên kết tượng trưng dẫn ra ngoài trang hoặc không tới đâu" => "the symbolic link leads out of the site or nowhere",
    help "chép tệp thật vào thư mục content thay cho liên kết" => "copy the real file into the content folder instead",
    what "Một liên kết tượng trưng dẫn ra ngoài trang, hoặc không tới đâu." => "A symbolic link leads out of the site, or nowhere.",
    why "Máy khác không có tệp ấy, và tệp riêng có thể bị công bố nhầm." => "Other machines do not have the file, and a private one could be published by mistake.",
    wrong ("content/mau-don.pdf là liên kết tới /home/an/mau-don.pdf." => "content/form.pdf is a link to /home/an/form.pdf."),
    right ("Tệp mau-don.pdf được chép vào content." => "The file form.pdf is copied into content."),
);

/// The link of `span` is refused.
pub fn symlink_outside(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span)
}
