//! The long form of a rule: what it means, why it matters, a wrong and a right source, how to accept it.

use super::human::severity;
use crate::diag::{Example, Lang, Rule, Words};

const WHAT: Words = Words {
    vi: "Nghĩa là gì",
    en: "What it means",
};
const WHY: Words = Words {
    vi: "Vì sao cần sửa",
    en: "Why it matters",
};
const WRONG: Words = Words {
    vi: "Ví dụ sai",
    en: "Wrong",
};
const RIGHT: Words = Words {
    vi: "Ví dụ đúng",
    en: "Right",
};
const ACCEPT: Words = Words {
    vi: "Nếu bản in đúng là như vậy",
    en: "When it has to stay",
};
const ENTRY: Words = Words {
    vi: "Ghi vào phần khai báo ở đầu tệp, kèm lý do:",
    en: "Put this into the front matter of the file, with the reason:",
};
const TABLE: Words = Words {
    vi: "Cảnh báo ở một bảng hay ở site.yaml thì ghi vào content/data/acknowledge.yaml:",
    en: "What is told of a table or of site.yaml goes into content/data/acknowledge.yaml:",
};
const FILE: Words = Words {
    vi: "tên tệp",
    en: "its name",
};
const ROW: Words = Words {
    vi: "chữ ở cột đầu của dòng",
    en: "the first cell of its row",
};
const REASON: Words = Words {
    vi: "lý do",
    en: "the reason",
};
const MEND: Words = Words {
    vi: "Không bỏ qua được: cần sửa.",
    en: "It cannot be acknowledged: it has to be mended.",
};

/// What `rule` means, as several lines in `lang`.
pub fn explanation(rule: &Rule, lang: Lang) -> String {
    let say = |words: Words| words.in_lang(lang);
    let mut out = format!("{} ({})\n", rule.code, say(severity(rule.severity)));
    let mut part = |head: Words, text: &str| {
        out += &format!("\n{}\n", say(head));
        for line in text.lines() {
            out += format!("  {line}").trim_end();
            out.push('\n');
        }
    };
    part(WHAT, say(rule.what));
    part(WHY, say(rule.why));
    part(WRONG, &example(rule.wrong, lang));
    part(RIGHT, &example(rule.right, lang));
    let accept = rule.at.map_or_else(
        || say(MEND).to_owned(),
        |at| {
            let entry = format!(
                "code: {}, at: <{}>, reason: <{}>",
                rule.code,
                say(at),
                say(REASON)
            );
            format!(
                "{}\nacknowledge:\n  - {{{entry}}}\n{}\n- {{file: <{}>, row: <{}>, {entry}}}",
                say(ENTRY),
                say(TABLE),
                say(FILE),
                say(ROW)
            )
        },
    );
    part(ACCEPT, &accept);
    out
}

fn example(example: Example, lang: Lang) -> String {
    match example {
        Example::Lines(lines) => lines.join("\n"),
        Example::Told(words) => words.in_lang(lang).to_owned(),
    }
}
