//! A bank account in a page. Fraudsters put their own in its place, so it belongs into a signed paper.

use crate::diag::{Diagnostic, Rule, Words};
use crate::source::Span;

super::rule!(
    "bank-account", Warning,
    "“{number}” có vẻ là số tài khoản ngân hàng" => "“{number}” seems to be a bank account",
    help "bỏ số tài khoản, dẫn tới thông báo chính thức; nếu đúng là tài khoản công khai, ghi vào acknowledge: code: bank-account, at: \"{number}\"" => "leave it out and link to the official notice; if it is meant for the public, acknowledge it: code: bank-account, at: \"{number}\"",
    what "Trong trang có số tài khoản ngân hàng." => "The page holds the number of a bank account.",
    why "Số tài khoản của cá nhân là dữ liệu riêng; kẻ gian hay thay bằng số của chúng." => "A private account is personal data; fraudsters like to put theirs in its place.",
    wrong ["Ủng hộ lớp học: số tài khoản 1903 4567 8901 23."],
    right ["Ủng hộ lớp học: xem thông báo của Ủy ban nhân dân xã."],
    at "con số như viết trong bài; trong tệp đăng kèm là tên cột" => "the number as written; of an attached list the head of the column",
);

/// The `number` at `span`.
pub fn bank_account(span: Span, number: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("number", number)
        .about(number)
}

static ATTACHED: Rule = Rule {
    message: Words {
        vi: "tệp này được đăng nguyên, có {count} số trông như số tài khoản ngân hàng, đầu tiên là “{number}”",
        en: "this file is published as it is, and {count} of its numbers seem to be bank accounts; the first is “{number}”",
    },
    help: &[Words {
        vi: "xóa những số ấy khỏi tệp, hoặc gửi tệp riêng cho người cần; nếu được phép công khai, thêm một dòng vào bảng data/acknowledge: file: {file}, code: bank-account, at: {at}",
        en: "take the numbers out of the file, or send it to those who need it; if they may be published, add a row to the table data/acknowledge: file: {file}, code: bank-account, at: {at}",
    }],
    ..RULE
};

/// In a list that is offered beside a page there is `number` at `span`, and others like it. The caller adds how many, as `count`, and what an
/// acknowledgement names, as `file` and `at`.
pub fn bank_accounts_attached(span: Span, number: &str) -> Diagnostic {
    Diagnostic::new(&ATTACHED, span).with("number", number)
}
