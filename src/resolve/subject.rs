//! Who does it by the first words of a sentence, where the table of agencies does not have the name: "Các cơ quan, đơn vị, địa phương báo
//! cáo …" below "Sở A" is no work of Sở A.

use super::actor::{Names, begins_with_joining, unasked};
use super::adverbial::subjects;
use super::bound::begins_like_body;
use crate::site::{Actor, RoleKind};
use crate::text::fold::{after_word, lower};

impl Names {
    /// Those with whom a sentence begins, when not all of them are known and the heading does not mean them. A word such as "Hằng năm" may
    /// stand before them.
    pub(super) fn unknown_subject(&self, text: &str, heading: &[Actor]) -> Option<Vec<Actor>> {
        let places = [0].into_iter().chain(subjects(text));
        let mut found = places.filter_map(|at| {
            let rest = unasked(&text[at..]);
            let name = subject(rest).filter(|_| !begins_with_joining(rest))?;
            let named = self.split(name, RoleKind::Lead);
            let mut unknown = named.iter().filter(|actor| actor.agency.is_none());
            let are_bodies = unknown.all(|actor| are_bodies(&actor.printed));
            are_bodies.then_some((name, named))
        });
        let (name, named) = found.next()?;
        let is_unknown = named.iter().any(|actor| actor.agency.is_none());
        let is_heading = heading.iter().any(|actor| self.is_meant(name, actor));
        (is_unknown && !is_heading).then_some(named)
    }

    /// Whether the names of a heading, none of which only takes up those above it, are all those of bodies.
    pub(super) fn are_others(&self, named: &[Actor], above: &[Actor]) -> bool {
        let is_other = |actor: &Actor| {
            let is_above = above
                .iter()
                .any(|above| self.is_meant(&actor.printed, above));
            are_bodies(&actor.printed) && !is_above
        };
        named.iter().all(is_other)
    }

    /// Whether a name only takes up that of the heading: "Sở" or "Ngành Công an" below "Sở Nội vụ" or "Công an tỉnh", "các đơn vị" below
    /// "Các sở, ban, ngành".
    fn is_meant(&self, name: &str, heading: &Actor) -> bool {
        let (name, heading_name) = (lower(name), lower(&heading.printed));
        let name = name.strip_prefix("ngành ").unwrap_or(&name);
        let mut places = heading_name.match_indices(name);
        let is_part = places.any(|(at, _)| {
            let before = heading_name[..at].ends_with(char::is_alphanumeric);
            !before && after_word(&heading_name[at..], name).is_some()
        });
        let is_class = heading.agency.is_some_and(|agency| self.is_class(agency));
        is_part || is_class && MANY.iter().any(|word| after_word(name, word).is_some())
    }
}

/// The most words that stand before the verb.
const LONGEST: usize = 16;

/// What is done by those who are named before it.
const VERBS: &[&str] = &[
    "báo cáo",
    "gửi",
    "có trách nhiệm",
    "có nhiệm vụ",
    "chịu trách nhiệm",
    "chủ trì",
    "phối hợp",
    "chủ động",
    "căn cứ",
    "thực hiện",
    "triển khai",
    "tổ chức",
    "xây dựng",
    "ban hành",
    "rà soát",
    "hướng dẫn",
    "tuyên truyền",
    "tham mưu",
    "tham gia",
    "bố trí",
    "theo dõi",
    "kiểm tra",
    "phân công",
    "vận động",
    "hoàn thành",
    "cập nhật",
    "cung cấp",
    "đăng ký",
    "tăng cường",
    "đẩy mạnh",
    "tiếp tục",
    "thường xuyên",
    "định kỳ",
    "tổng hợp",
    "hỗ trợ",
    "phải",
    "cử",
    "mở",
];

/// How the names of bodies and kinds of bodies begin that [`begins_like_body`] leaves to what stands around them.
const KINDS: &[&str] = &[
    "cơ quan",
    "đơn vị",
    "địa phương",
    "ngành",
    "cấp",
    "tổ chức",
    "cơ sở",
    "thành viên",
    "đoàn thể",
    "trường",
    "xã",
    "phường",
    "huyện",
    "thành phố",
    "thôn",
    "ấp",
    "khóm",
    "thủ trưởng",
    "trưởng",
    "người đứng đầu",
    "lãnh đạo các",
];

/// What begins as a body does and is none, and what only says which part the body of the heading has.
const OTHERS: &[&str] = &[
    "liên",
    "trường hợp",
    "phòng ngừa",
    "phòng chống",
    "phòng, chống",
    "cấp phát",
    "cấp kinh phí",
    "cơ quan thường trực",
    "cơ quan đầu mối",
    "đơn vị đầu mối",
    "xã hội",
];

/// Words before the names of many bodies.
const MANY: [&str; 8] = [
    "các",
    "những",
    "mọi",
    "mỗi",
    "từng",
    "tất cả",
    "toàn thể",
    "toàn bộ",
];

/// What stands before the verb of a sentence.
fn subject(text: &str) -> Option<&str> {
    let name = text[..verb_at(text)?].trim_end_matches([',', ' ', ':']);
    (name.split_whitespace().count() <= LONGEST).then_some(name)
}

/// Whether a list of names has nothing but those of bodies and kinds of bodies.
fn are_bodies(names: &str) -> bool {
    let parts = names.split([',', ';']);
    let mut parts = parts.flat_map(|part| part.split(" và "));
    parts.all(|part| is_body(part.trim()))
}

/// Where the first verb of a text stands. "Các tổ chức" is none.
fn verb_at(text: &str) -> Option<usize> {
    let words = text.match_indices(' ').map(|(at, _)| at);
    let mut words = words.take(LONGEST + 1);
    words.find(|&at| {
        let behind = &text[at + 1..];
        let is_noun = behind.starts_with("tổ chức") && ends_with_many(&text[..at]);
        let mut verbs = VERBS.iter();
        !is_noun && verbs.any(|verb| after_word(behind, verb).is_some())
    })
}

fn ends_with_many(text: &str) -> bool {
    let small = lower(text);
    let last = small.rsplit(' ').next().unwrap_or("");
    MANY.contains(&last) || last == "và" || last.ends_with(',')
}

/// Whether a name, or a part of a list of names, is that of a body or a kind of bodies.
fn is_body(part: &str) -> bool {
    let small = lower(part);
    let mut name = &*small;
    while let Some(rest) = MANY.iter().find_map(|word| after_word(name, word)) {
        name = rest.trim_start();
    }
    let begins = |word: &&str| after_word(name, word).is_some();
    let is_other = OTHERS.iter().any(begins);
    // "Tổ chức" alone is what somebody does.
    let is_verb = name == &*small && after_word(name, "tổ chức").is_some();
    !is_other && !is_verb && (KINDS.iter().any(begins) || begins_like_body(name))
}

#[cfg(test)]
mod tests {
    use super::{are_bodies, subject};

    #[test]
    fn the_subject_stands_before_the_verb() {
        let subject = |text| subject(text).filter(|name| are_bodies(name));
        for (text, name) in [
            (
                "Các cơ quan, đơn vị, địa phương báo cáo trước ngày 15/6.",
                "Các cơ quan, đơn vị, địa phương",
            ),
            (
                "Các tổ chức chính trị - xã hội, thường xuyên vận động",
                "Các tổ chức chính trị - xã hội",
            ),
            ("UBND các huyện gửi báo cáo", "UBND các huyện"),
            ("Mỗi đơn vị cử một người", "Mỗi đơn vị"),
            (
                "Thủ trưởng các đơn vị chịu trách nhiệm",
                "Thủ trưởng các đơn vị",
            ),
        ] {
            assert_eq!(subject(text), Some(name), "{text}");
        }
        for text in [
            "Phòng, chống lừa đảo; thực hiện tuyên truyền",
            "Trường hợp vướng mắc, báo cáo trước ngày 5/6",
            "Các nhiệm vụ được giao báo cáo trước ngày 5/6",
            "Cơ quan thường trực, tổng hợp, báo cáo",
            "Tổ chức thực hiện Kế hoạch",
            "Tổ chức triển khai Phong trào",
            "Ban hành kế hoạch, hướng dẫn thực hiện",
            "Báo cáo kết quả",
            "Đôn đốc các đơn vị báo cáo",
            "Các cơ quan, đơn vị",
            "",
        ] {
            assert_eq!(subject(text), None, "{text}");
        }
    }
}
