//! A file that begins with something like front matter: another number of dashes, dashes of Word, `+++`, an empty line or words before it.

use crate::diag::{Diagnostic, Rule, Words};
use crate::source::Span;

super::rule!(
    "front-matter-like", Error,
    "đầu tệp trông như phần khai báo nhưng không phải: dòng “{line}”" => "the file begins with something like front matter that is none: the line “{line}”",
    help "dòng đầu tiên phải đúng ba dấu gạch ---, không có gì đứng trước; Word hay đổi --- thành gạch dài" => "the first line is exactly three hyphens ---, with nothing before it; Word likes to make dashes of them",
    what "Đầu tệp trông như phần khai báo nhưng không được hiểu là phần khai báo." => "The file begins with something like front matter that is none.",
    why "Không có tiêu đề và mô tả thì không tạo được trang." => "Without a title and a description there is no page.",
    wrong [
        "———",
        "title: Lớp học buổi tối",
        "description: Lớp học tối thứ bảy",
        "———",
        "Mời bà con tới học.",
    ],
    right [
        "---",
        "title: Lớp học buổi tối",
        "description: Lớp học tối thứ bảy",
        "---",
        "Mời bà con tới học.",
    ],
);

static UNOPENED: Rule = Rule {
    help: &[Words {
        vi: "thêm một dòng --- ở ngay trên dòng này, và một dòng --- sau khóa cuối cùng",
        en: "put a line --- above this line, and another after the last key",
    }],
    ..RULE
};

/// The `line` at `span` is a key of a page, with no fence above it.
pub fn front_matter_unopened(span: Span, line: &str) -> Diagnostic {
    Diagnostic::new(&UNOPENED, span).with("line", line)
}

/// The `line` at `span` looks like a fence.
pub fn front_matter_like(span: Span, line: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("line", line)
}
