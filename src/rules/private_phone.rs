//! A mobile number in running text. Contact fields are made for numbers that may be published.

use crate::diag::{Diagnostic, Rule, Words};
use crate::source::Span;

super::rule!(
    "private-phone", Warning,
    "“{number}” có vẻ là số điện thoại riêng, nằm ngoài mục liên hệ" => "“{number}” seems to be a private telephone outside the contact fields",
    help "dùng số của cơ quan, ghi vào mục contact, phone; nếu được phép công khai, ghi vào acknowledge: code: private-phone, at: \"{number}\"" => "use the number of the office, in contact or phone; if it may be published, acknowledge it: code: private-phone, at: \"{number}\"",
    what "Trong bài có số di động của một người, ngoài mục liên hệ." => "The text holds somebody's mobile number outside the contact fields.",
    why "Số riêng bị công khai sẽ bị gọi lừa đảo; người ấy nghỉ việc thì số thành sai." => "A published private number draws fraud, and is wrong once its owner leaves.",
    wrong ["Ai cần giúp thì gọi anh Nam, 0912 345 678."],
    right ["Ai cần giúp thì hỏi bộ phận một cửa của xã."],
    at "con số như viết trong bài; trong tệp đăng kèm là tên cột" => "the number as written; of an attached list the head of the column",
);

/// The `number` at `span`.
pub fn private_phone(span: Span, number: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("number", number)
        .about(number)
}

static ATTACHED: Rule = Rule {
    message: Words {
        vi: "tệp này được đăng nguyên, có {count} số trông như điện thoại riêng, đầu tiên là “{number}”",
        en: "this file is published as it is, and {count} of its numbers seem to be private telephones; the first is “{number}”",
    },
    help: &[Words {
        vi: "xóa những số ấy khỏi tệp, hoặc gửi tệp riêng cho người cần; nếu được phép công khai, thêm một dòng vào bảng data/acknowledge: file: {file}, code: private-phone, at: {at}",
        en: "take the numbers out of the file, or send it to those who need it; if they may be published, add a row to the table data/acknowledge: file: {file}, code: private-phone, at: {at}",
    }],
    ..RULE
};

/// In a list that is offered beside a page there is `number` at `span`, and others like it. The caller adds how many, as `count`, and what an
/// acknowledgement names, as `file` and `at`.
pub fn private_phones_attached(span: Span, number: &str) -> Diagnostic {
    Diagnostic::new(&ATTACHED, span).with("number", number)
}
