//! Text in the old encodings TCVN3 or VNI that was saved as Unicode without being converted, or UTF-8 that was read as another encoding.

use crate::diag::{Diagnostic, Rule, Words};
use crate::source::Span;

super::rule!(
    "legacy-text", Error,
    "“{word}” có vẻ là chữ TCVN3 hoặc VNI chưa chuyển sang Unicode" => "“{word}” seems to be TCVN3 or VNI text that was not converted to Unicode",
    help "chuyển mã cả tệp sang Unicode bằng một bộ gõ tiếng Việt, rồi dán lại" => "convert the whole file to Unicode and paste it again",
    what "Tệp có chữ gõ bằng bảng mã cũ (TCVN3, VNI) chưa chuyển sang Unicode." => "The file holds text in an old encoding (TCVN3, VNI) that was not converted.",
    why "Trên máy người đọc chữ hiện thành ký hiệu lạ, tìm kiếm và máy đọc đều không hiểu." => "Readers see odd marks, and neither search nor screen readers understand it.",
    wrong ["Uû ban ban hµnh kÕ ho¹ch më líp häc kü n¨ng sè cho nh©n d©n trong x·, b¾t ®Çu tõ th¸ng nµy."],
    right ["Ủy ban ban hành kế hoạch mở lớp học kỹ năng số cho người dân trong xã, bắt đầu từ tháng này."],
    at "chữ đầu tiên được chỉ ra" => "the first word that is shown",
);

/// The first such `word` stands at `span`.
pub fn legacy_text(span: Span, word: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("word", word).about(word)
}

static MISREAD: Rule = Rule {
    message: Words {
        vi: "“{word}” là chữ UTF-8 bị đọc nhầm bằng bảng mã khác; đúng là “{right}”",
        en: "“{word}” is UTF-8 text that was read in another encoding; it should be “{right}”",
    },
    help: &[Words {
        vi: "lấy lại tệp gốc và mở bằng bảng mã UTF-8, hoặc chép lại chữ từ bản còn đúng; chữ chỉ sai một chỗ thì gõ lại: {right}",
        en: "take the original file and open it as UTF-8, or copy the text from where it is still right; a single word is typed again: {right}",
    }],
    ..RULE
};

/// The `word` at `span` was `right` before it was read in another encoding.
pub fn misread_text(span: Span, word: &str, right: &str) -> Diagnostic {
    let fault = Diagnostic::new(&MISREAD, span).with("word", word);
    fault.with("right", right).about(word)
}
