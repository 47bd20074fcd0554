//! An address or a number to register at, where it is said that nobody has to register.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "register-unused", Warning,
    "ghi nơi đăng ký “{at}”, nhưng cột register là không cần đăng ký" => "there is “{at}” to register at, but register says that nobody has to",
    help "bỏ trống register_at, hoặc ghi register: qua điện thoại (phone) hoặc qua một địa chỉ (link)" => "leave register_at empty, or write phone or link for register",
    what "Bảng ghi nơi đăng ký cho một sự kiện không cần đăng ký." => "A table has where to register for an event that needs no registration.",
    why "Trang chỉ nói là không cần đăng ký, nên nơi đăng ký sẽ không ai thấy." => "The page says that nobody has to register, so nobody would see where.",
    wrong [
        "-- content/data/events.csv --",
        "event,title,description,register,register_at",
        "lop,Lớp,Lớp học,none,0270 382 3456",
    ],
    right [
        "-- content/data/events.csv --",
        "event,title,description,register,register_at",
        "lop,Lớp,Lớp học,phone,0270 382 3456",
    ],
);

/// The cell at `span` says where to register.
pub fn register_unused(span: Span, at: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("at", at)
        .about("register_at")
}
