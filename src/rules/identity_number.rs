//! A number of an identity card in a page. It would be personal data of somebody, open to everybody.

use crate::diag::{Diagnostic, Rule, Words};
use crate::source::Span;

super::rule!(
    "identity-number", Error,
    "“{number}” có vẻ là số căn cước của một người" => "“{number}” seems to be somebody's identity number",
    help "xóa số này; nếu cần ví dụ, viết 0xx xxx xxx xxx" => "remove it; as an example write 0xx xxx xxx xxx",
    what "Trong trang có số căn cước, chứng minh nhân dân." => "The page holds a number of an identity card.",
    why "Kẻ gian dùng số căn cước để mở tài khoản, vay tiền; luật bảo vệ dữ liệu cá nhân không cho công khai." => "Fraudsters open accounts and borrow money with it; the law on personal data forbids to publish it.",
    wrong ["Người trúng thưởng: ông Nguyễn Văn A, căn cước 079099012345."],
    right ["Người trúng thưởng: ông Nguyễn Văn A, ấp 3."],
    at "con số như viết trong bài; trong tệp đăng kèm là tên cột" => "the number as written; of an attached list the head of the column",
);

/// The `number` at `span`.
pub fn identity_number(span: Span, number: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("number", number)
        .about(number)
}

static ATTACHED: Rule = Rule {
    message: Words {
        vi: "tệp này được đăng nguyên, có {count} số trông như số căn cước của người, đầu tiên là “{number}”",
        en: "this file is published as it is, and {count} of its numbers seem to be identity numbers; the first is “{number}”",
    },
    help: &[Words {
        vi: "xóa những số ấy khỏi tệp, hoặc gửi tệp riêng cho người cần; nếu được phép công khai, thêm một dòng vào bảng data/acknowledge: file: {file}, code: identity-number, at: {at}",
        en: "take the numbers out of the file, or send it to those who need it; if they may be published, add a row to the table data/acknowledge: file: {file}, code: identity-number, at: {at}",
    }],
    ..RULE
};

/// In a list that is offered beside a page there is `number` at `span`, and others like it. The caller adds how many, as `count`, and what an
/// acknowledgement names, as `file` and `at`.
pub fn identity_numbers_attached(span: Span, number: &str) -> Diagnostic {
    Diagnostic::new(&ATTACHED, span).with("number", number)
}
