//! A bank account in a page. Fraudsters put their own in its place, so it belongs into a signed paper.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "bank-account", Warning,
    "“{number}” có vẻ là số tài khoản ngân hàng" => "“{number}” seems to be a bank account",
    help "bỏ số tài khoản, dẫn tới thông báo chính thức; nếu đúng là tài khoản công khai, ghi vào acknowledge: code: bank-account, at: \"{number}\"" => "leave it out and link to the official notice; if it is meant for the public, acknowledge it: code: bank-account, at: \"{number}\"",
    what "Trong trang có số tài khoản ngân hàng." => "The page holds the number of a bank account.",
    why "Số tài khoản của cá nhân là dữ liệu riêng; kẻ gian hay thay bằng số của chúng." => "A private account is personal data; fraudsters like to put theirs in its place.",
    wrong ["Ủng hộ lớp học: số tài khoản 1903 4567 8901 23."],
    right ["Ủng hộ lớp học: xem thông báo của Ủy ban nhân dân xã."],
    at "con số như viết trong bài" => "the number as written",
);

/// The `number` at `span`.
pub fn bank_account(span: Span, number: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("number", number)
        .about(number)
}
