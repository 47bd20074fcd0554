//! A kind of document that the compiler does not know.

use crate::diag::Diagnostic;
use crate::source::Span;
use crate::text::nearest::nearest;

super::rule!(
    "unknown-kind", Error,
    "không có loại nội dung “{kind}”" => "there is no kind “{kind}”",
    help "có phải ý bạn là “{nearest}”? Các loại: {kinds}" => "did you mean “{nearest}”? Kinds: {kinds}",
    help "các loại: {kinds}" => "kinds: {kinds}",
    what "Không có loại nội dung nào tên như vậy." => "There is no kind of content with that name.",
    why "Loại quyết định trang có điểm khoản, bước học hay ngày giờ." => "The kind decides whether a page has clauses, steps or hours.",
    wrong [
        "---",
        "kind: articel",
        "---",
    ],
    right [
        "---",
        "kind: article",
        "---",
    ],
);

/// `kind` at `span` is none of `kinds`.
pub fn unknown_kind(span: Span, kind: &str, kinds: &[&str]) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("kind", kind)
        .with_some("nearest", nearest(kind, kinds.iter().copied()))
        .with("kinds", kinds.join(", "))
        .about("kind")
}
