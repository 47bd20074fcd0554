//! A text file that is not Unicode (UTF-8), such as one saved in TCVN3 or VNI; and a name that is none.

use crate::diag::{Diagnostic, Rule, Severity, Words};
use crate::source::Span;

super::rule!(
    "not-utf8", Error,
    "tệp không phải chữ Unicode (UTF-8)" => "the file is not Unicode text (UTF-8)",
    help "mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8; nếu là chữ TCVN3 hay VNI, hãy chuyển mã trước" => "open it in an editor and save it as UTF-8; convert TCVN3 or VNI text first",
    what "Tệp không phải chữ Unicode, có thể được lưu bằng TCVN3 hay VNI." => "The file is not Unicode text; it may have been saved as TCVN3 or VNI.",
    why "Chữ sẽ hiện thành ký hiệu lạ trên máy người đọc." => "Readers would see odd marks instead of letters.",
    wrong ("Tệp lưu từ Word với bảng mã “Vietnamese (Windows)” hoặc gõ bằng phông .VnTime, VNI-Times." => "A file saved by Word as “Vietnamese (Windows)”, or typed in the fonts .VnTime or VNI-Times."),
    right ("Cùng tệp đó, lưu lại với bảng mã UTF-8." => "The same file, saved as UTF-8."),
);

/// The first byte that is not UTF-8 stands at `span`.
pub fn not_utf8(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span)
}

static OF_NAME: Rule = Rule {
    message: Words {
        vi: "tên tệp hoặc thư mục này không phải chữ Unicode (UTF-8), nên không đọc được",
        en: "the name of this file or folder is not Unicode text (UTF-8), so it is not read",
    },
    help: &[Words {
        vi: "đổi tên bằng chữ không dấu, chữ số và dấu gạch nối, chẳng hạn lop-hoc-toi.md",
        en: "rename it with plain letters, digits and hyphens, such as evening-class.md",
    }],
    ..RULE
};

/// The file or folder of `span` has a name that is not UTF-8.
pub fn name_not_utf8(span: Span) -> Diagnostic {
    Diagnostic::new(&OF_NAME, span)
}

static OF_ATTACHED: Rule = Rule {
    severity: Severity::Warning,
    message: Words {
        vi: "tệp đăng kèm không phải chữ Unicode (UTF-8), nên nhiều máy sẽ hiện ký hiệu lạ",
        en: "the attached file is not Unicode text (UTF-8), so many devices will show odd marks",
    },
    help: &[Words {
        vi: "mở tệp và lưu lại với bảng mã UTF-8; trong Excel: Lưu thành, chọn “CSV UTF-8”",
        en: "open it and save it as UTF-8; in Excel: Save as, “CSV UTF-8”",
    }],
    ..RULE
};

/// The file of `span`, which is offered beside a page, is not UTF-8.
pub fn attached_not_utf8(span: Span) -> Diagnostic {
    Diagnostic::new(&OF_ATTACHED, span)
}
