//! A mobile number in running text. Contact fields are made for numbers that may be published.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "private-phone", Warning,
    "“{number}” có vẻ là số điện thoại riêng, nằm ngoài mục liên hệ" => "“{number}” seems to be a private telephone outside the contact fields",
    help "dùng số của cơ quan, ghi vào mục contact, phone; nếu được phép công khai, ghi vào acknowledge: code: private-phone, at: \"{number}\"" => "use the number of the office, in contact or phone; if it may be published, acknowledge it: code: private-phone, at: \"{number}\"",
    what "Trong bài có số di động của một người, ngoài mục liên hệ." => "The text holds somebody's mobile number outside the contact fields.",
    why "Số riêng bị công khai sẽ bị gọi lừa đảo; người ấy nghỉ việc thì số thành sai." => "A published private number draws fraud, and is wrong once its owner leaves.",
    wrong ["Ai cần giúp thì gọi anh Nam, 0912 345 678."],
    right ["Ai cần giúp thì hỏi bộ phận một cửa của xã."],
    at "con số như viết trong bài" => "the number as written",
);

/// The `number` at `span`.
pub fn private_phone(span: Span, number: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("number", number)
        .about(number)
}
