//! A number of an identity card in a page. It would be personal data of somebody, open to everybody.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "identity-number", Error,
    "“{number}” có vẻ là số căn cước của một người" => "“{number}” seems to be somebody's identity number",
    help "xóa số này; nếu cần ví dụ, viết 0xx xxx xxx xxx" => "remove it; as an example write 0xx xxx xxx xxx",
    what "Trong trang có số căn cước, chứng minh nhân dân." => "The page holds a number of an identity card.",
    why "Kẻ gian dùng số căn cước để mở tài khoản, vay tiền; luật bảo vệ dữ liệu cá nhân không cho công khai." => "Fraudsters open accounts and borrow money with it; the law on personal data forbids to publish it.",
    wrong ["Người trúng thưởng: ông Nguyễn Văn A, căn cước 079099012345."],
    right ["Người trúng thưởng: ông Nguyễn Văn A, ấp 3."],
    at "con số như viết trong bài" => "the number as written",
);

/// The `number` at `span`.
pub fn identity_number(span: Span, number: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("number", number)
        .about(number)
}
