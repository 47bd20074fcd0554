//! What the words before a reference say of the part that somebody has in what it points at.
//!
//! 1. Read is the piece of the sentence in which the reference stands, from the last semicolon, full stop or reference.
//! 2. The verb at its head decides: "phối hợp với cơ quan chủ trì" joins, "báo cáo kết quả thực hiện" is neither. A head that is none of
//!    these verbs leaves it to a verb that follows a comma or "và": "trước ngày 15/10, chủ trì …".
//! 3. Verbs of doing are nouns as well ("việc thực hiện"), so they count only at the head or behind a comma.
//! 4. A piece without a verb goes on with the one before it: "chủ trì 1.1, phần I; 1.2, phần I".
//! 5. What says something else, or more than one thing, is not guessed at: somebody else does it ("Phòng Tổng hợp chủ trì"), or what is
//!    led is the money or the watch for the work and not the work ("bố trí kinh phí cho nhiệm vụ tại …").

use crate::site::RoleKind;
use crate::text::fold::after_word;

use super::bound::begins_like_body;

/// What words make of those who are bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// They lead it or join.
    Role(RoleKind),
    /// Reporting, watching, resting on it: neither leading nor joining.
    Neither,
    /// They do something else about it, such as a meeting; which part that gives them in it is not said.
    Elsewhere,
}

const LEADS: Said = Said::Role(RoleKind::Lead);
const JOINS: Said = Said::Role(RoleKind::Coordinate);

const VERBS: &[(&str, Said)] = &[
    ("chủ trì", LEADS),
    ("lãnh đạo", LEADS),
    ("chỉ đạo", LEADS),
    ("phối hợp", JOINS),
    ("cùng", JOINS),
    ("hỗ trợ", JOINS),
    ("tham gia", JOINS),
    ("báo cáo", Said::Neither),
    ("tổng hợp", Said::Neither),
    ("theo dõi", Said::Neither),
    ("đôn đốc", Said::Neither),
    ("kiểm tra", Said::Neither),
    ("giám sát", Said::Neither),
    ("tham mưu", Said::Elsewhere),
    ("bố trí", Said::Neither),
    ("sơ kết", Said::Neither),
    ("tổng kết", Said::Neither),
    ("đánh giá", Said::Neither),
    ("thẩm định", Said::Neither),
    ("trên đây", Said::Neither),
    ("hướng dẫn", Said::Elsewhere),
];

/// Verbs of doing the work.
const DOING: &[&str] = &[
    "tổ chức thực hiện",
    "triển khai thực hiện",
    "thực hiện",
    "triển khai",
    "tổ chức",
    "làm",
    "chịu trách nhiệm",
];

/// What may be led instead of the work.
const MEETINGS: &[&str] = &[
    "hội nghị",
    "họp",
    "cuộc họp",
    "phiên",
    "buổi",
    "giao ban",
    "hội thảo",
    "tọa đàm",
    "lễ",
];

/// Words that may stand between a verb of doing and the work: with any other something else is done, such as reports on it.
const PLAIN: &str = "hiệu quả tốt nghiêm túc kịp thời đầy đủ đồng bộ quyết liệt các những một số nhiệm vụ nội dung giải \
    pháp chỉ tiêu mục công việc hoạt động được giao phân nêu đã tại ở trong theo thuộc của và về cho quy \
    định có liên quan trọng tâm cụ thể sau đây trên toàn kế hoạch này phần chủ yếu đúng tiến độ chất \
    lượng đảm bảo nhóm chính";

/// Words directly before a reference that only set it beside the work.
const ASIDE: &[&str] = &[
    "gắn với",
    "lồng ghép với",
    "kết hợp với",
    "song song với",
    "đồng bộ với",
    "cùng với",
    "so với",
    "sau khi hoàn thành",
    "sau khi có",
    "trước khi",
    "sau khi",
    "liên quan đến",
    "liên quan tới",
    "bổ sung cho",
    "tương tự",
    "như",
];

/// Words that go before a verb and change nothing.
const ADVERBS: &[&str] = &[
    "và",
    "tích cực",
    "tiếp tục",
    "chủ động",
    "nghiêm túc",
    "kịp thời",
    "trực tiếp",
    "đồng thời",
    "khẩn trương",
    "đẩy mạnh",
    "có trách nhiệm",
    "có nhiệm vụ",
    "nhiệm vụ",
    "việc",
    "các việc",
    "được giao",
];

/// Words directly before a reference that take it out.
const EXCEPT: &[&str] = &[
    "trừ",
    "ngoại trừ",
    "không gồm",
    "không bao gồm",
    "không làm",
    "không thực hiện",
    "không chủ trì",
];

/// Words by which a piece without a verb of its own rests on what follows.
const RESTING: &[&str] = &["theo", "căn cứ", "dựa vào", "trên cơ sở"];

/// Words behind which the work is what something else is for, or happens at the same time.
const BESIDE: &[&str] = &[
    "kinh phí",
    "khi thực hiện",
    "khi triển khai",
    "khi tổ chức",
    "trong quá trình",
    "để thực hiện",
    "để triển khai",
    "phục vụ việc",
    "phục vụ nhiệm vụ",
    "phục vụ các nhiệm vụ",
    "phục vụ thực hiện",
    "phục vụ triển khai",
    "cho nhiệm vụ",
    "cho các nhiệm vụ",
    "cho việc",
];

/// Joining phrases in which a verb is none.
const NAMES: &[&str] = &[
    "ban chỉ đạo",
    "cơ quan chủ trì",
    "đơn vị chủ trì",
    "nơi chủ trì",
    "cùng với việc",
];

/// What is said of those who are bound in `before`, the words between their names and a reference; nothing when no verb says it. At
/// byte `after` the reference before it ends, which ends a piece, too.
pub(super) fn said_before(before: &str, after: usize) -> Option<Said> {
    let (first, last) = before.split_at(after);
    let mut pieces = if after > 0 { pieces(first) } else { Vec::new() };
    pieces.extend(self::pieces(last));
    let own = pieces.last().map_or("", String::as_str);
    if EXCEPT.iter().any(|word| ends_with(own, word)) {
        return Some(Said::Neither);
    }
    if ASIDE.iter().any(|word| ends_with(bare_end(own), word)) {
        return Some(Said::Neither);
    }
    let earlier = || pieces.iter().rev().skip(1).find_map(|piece| said_in(piece));
    match said_in(own) {
        None if has_doing(own) => {
            // "phối hợp với Sở A; Sở B; các cơ quan liên quan thực hiện": the list of those with whom goes on.
            earlier().filter(|said| *said == JOINS)
        }
        None if RESTING.iter().any(|word| word_at(own, word).is_some()) => Some(Said::Neither),
        None => earlier(),
        said => said,
    }
}

/// What a piece, or a title such as "Nhiệm vụ chủ trì", says in small letters.
pub(super) fn said_in(piece: &str) -> Option<Said> {
    let mut piece = piece.to_lowercase();
    for name in NAMES {
        piece = piece.replace(name, &" ".repeat(name.len()));
    }
    if is_of_another(&piece) {
        return Some(Said::Elsewhere);
    }
    let said = |rest| verb_at_start(rest).map(|said| refined(rest, said));
    let head = head(&piece).and_then(said);
    let mut later = coordinated(&piece);
    let leads = |rest: &str| matches!(verb_at_start(rest), Some(Said::Role(_)));
    match head {
        // "theo dõi và chủ trì …" says two things.
        Some(Said::Neither) if later.any(leads) => Some(Said::Elsewhere),
        // So does "phối hợp tuyên truyền, chủ trì …".
        Some(JOINS) if word_at(&piece, "chủ trì").is_some() => Some(Said::Elsewhere),
        Some(said) => Some(said),
        None => later.find(|rest| leads(rest)).and_then(said),
    }
}

/// Whether another body than those who are bound does it: "Phòng Tổng hợp chủ trì, phối hợp với các đơn vị làm …".
fn is_of_another(piece: &str) -> bool {
    let named = piece.split_once(':').map(|(named, _)| named.trim_start());
    if named.is_some_and(begins_like_body) {
        return true;
    }
    let mut parts = piece.split([',', ':']).map(str::trim_start).enumerate();
    parts.any(|(at, part)| {
        let leads = word_at(part, "chủ trì").is_some();
        // The first names nobody with whom something is done.
        let does = at == 0 && (word_at(part, "phối hợp").is_some() || has_doing(part));
        begins_like_body(part) && (leads || does)
    })
}

/// Whether words behind a verb of doing only lead to the work, up to a comma, behind which something else may be said.
fn is_plain(behind: &str) -> bool {
    let first = behind.split([',', ';', ':']).next().unwrap_or(behind);
    let words = first.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .all(|word| PLAIN.split(' ').any(|known| known == word))
}

fn has_doing(text: &str) -> bool {
    DOING.iter().any(|verb| word_at(text, verb).is_some())
}

/// A verb of leading that leads a meeting, the watching or what the work needs does not lead the work.
fn refined(rest: &str, said: Said) -> Said {
    let takes_part = matches!(said, Said::Role(_));
    if takes_part && BESIDE.iter().any(|words| word_at(rest, words).is_some()) {
        return Said::Elsewhere;
    }
    if said == LEADS && joins_in_another(rest) {
        return Said::Elsewhere;
    }
    if let Some(behind) = DOING.iter().find_map(|verb| rest.strip_prefix(verb)) {
        if rests_on(behind) {
            return Said::Neither;
        }
        return if is_plain(behind) {
            said
        } else {
            Said::Elsewhere
        };
    }
    let Some(behind) = rest.strip_prefix("chủ trì ") else {
        return said;
    };
    let other = MEETINGS
        .iter()
        .any(|word| after_word(behind, word).is_some())
        || word_at(behind, "báo cáo").is_some()
        || verb_at_start(behind) == Some(Said::Neither);
    if other { Said::Elsewhere } else { said }
}

/// Whether the work is only done by what stands at the place that follows: "thực hiện theo tiến độ tại", but not "thực hiện theo phân công các
/// nhiệm vụ tại".
fn rests_on(behind: &str) -> bool {
    const WORK: [&str; 5] = [
        "nhiệm vụ",
        "nội dung",
        "giải pháp",
        "công việc",
        "phân công",
    ];
    let behind = behind.trim();
    let is_place = ["tại", "ở", "trong"]
        .iter()
        .any(|place| behind.ends_with(place));
    after_word(behind, "theo").is_some_and(|what| {
        is_place
            && what.split_whitespace().count() > 1
            && !WORK.iter().any(|work| what.contains(work))
    })
}

/// Whether what is led has been named before "phối hợp": "chủ trì công tác tuyên truyền, phối hợp thực hiện …" joins in another work, where
/// "chủ trì, phối hợp thực hiện …" leads it.
fn joins_in_another(rest: &str) -> bool {
    let Some(at) = word_at(rest, "phối hợp") else {
        return false;
    };
    let leading = VERBS.iter().filter(|(_, said)| *said == LEADS);
    let leading = leading.map(|(verb, _)| *verb);
    let verbs: Vec<&str> = leading.chain(DOING.iter().copied()).chain(["và"]).collect();
    let verb_of = |text: &str| verbs.iter().find(|verb| after_word(text, verb).is_some());
    let mut led = rest[..at].trim_end_matches([' ', ',']);
    while let Some(verb) = verb_of(led) {
        led = led[verb.len()..].trim_start();
        // Behind a comma stands how: "chủ trì, có các cơ quan liên quan phối hợp, thực hiện …".
        let behind = led.trim_start_matches([' ', ',']);
        if behind.len() < led.len() && verb_of(behind).is_none() {
            return false;
        }
        led = behind;
    }
    !led.is_empty()
}

/// The text from its first word that is no adverb.
fn head(piece: &str) -> Option<&str> {
    let mut rest = piece.trim_start_matches(|c: char| !c.is_alphanumeric());
    while let Some(adverb) = ADVERBS
        .iter()
        .find(|adverb| after_word(rest, adverb).is_some())
    {
        let behind = rest[adverb.len()..].trim_start_matches([' ', ',']);
        // "việc thực hiện" names the work and does not do it.
        if adverb.ends_with("việc") && verb_of_doing(behind) {
            return None;
        }
        rest = behind;
    }
    (!rest.is_empty()).then_some(rest)
}

/// What follows each comma, colon or "và" of a piece.
fn coordinated(piece: &str) -> impl Iterator<Item = &str> {
    let marks = [", ", ": ", " và "];
    let mut places: Vec<usize> = marks
        .iter()
        .flat_map(|mark| piece.match_indices(mark).map(|(at, mark)| at + mark.len()))
        .collect();
    places.sort_unstable();
    places.into_iter().filter_map(|at| head(&piece[at..]))
}

/// What the verb with which a text begins says.
fn verb_at_start(text: &str) -> Option<Said> {
    let verb = VERBS
        .iter()
        .find(|(verb, _)| after_word(text, verb).is_some());
    let said = verb.map(|(_, said)| *said);
    said.or_else(|| verb_of_doing(text).then_some(LEADS))
}

fn verb_of_doing(text: &str) -> bool {
    DOING.iter().any(|verb| after_word(text, verb).is_some())
}

/// A text cut at semicolons and at full stops, which a capital follows and no abbreviation precedes.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for (at, c) in text.char_indices() {
        let ends = match c {
            ';' => true,
            '.' => ends_sentence(&text[..at], &text[at + 1..]),
            _ => false,
        };
        if ends {
            pieces.push(String::new());
        } else if let Some(piece) = pieces.last_mut() {
            piece.push(if c == '\n' { ' ' } else { c });
        }
    }
    pieces
}

fn ends_sentence(before: &str, after: &str) -> bool {
    let word = before.rsplit([' ', '\n']).next().unwrap_or("");
    let letters = word.chars().count();
    // "phần II" ends a sentence, "TP" does not.
    let is_number = word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let is_capitals = letters <= 3 && word.chars().all(char::is_uppercase);
    let is_short = word == "v.v" || is_capitals && !is_number;
    let mut behind = after.chars();
    let spaced = behind.next().is_none_or(char::is_whitespace);
    let capital = behind.find(|c| c.is_alphabetic());
    spaced && !is_short && capital.is_none_or(char::is_uppercase)
}

/// A text without the words that only announce a reference: "gắn với các nhiệm vụ tại".
fn bare_end(text: &str) -> &str {
    let mut rest = text.trim_end();
    while let Some(shorter) = [
        " tại",
        " nêu",
        " ở",
        " nhiệm vụ",
        " nội dung",
        " các",
        " việc",
        " thực hiện",
    ]
    .iter()
    .find_map(|word| rest.strip_suffix(word))
    {
        rest = shorter.trim_end();
    }
    rest
}

/// Whether the last words of a text are `word`.
fn ends_with(text: &str, word: &str) -> bool {
    let lower = text.to_lowercase();
    let trimmed = lower.trim_end_matches(|c: char| !c.is_alphanumeric());
    let trimmed = trimmed.strip_suffix(" tại").unwrap_or(trimmed);
    let rest = trimmed.strip_suffix(word);
    rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
}

/// Where a word stands whole in a text, in any case.
fn word_at(text: &str, word: &str) -> Option<usize> {
    let lower = text.to_lowercase();
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut places = lower.match_indices(word).map(|(at, _)| at);
    places.find(|at| {
        let before = lower[..*at].chars().next_back();
        let after = lower[at + word.len()..].chars().next();
        !inside(before) && !inside(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_verb_at_the_head_decides() {
        let lead = Some(LEADS);
        let joins = Some(JOINS);
        let neither = Some(Said::Neither);
        let elsewhere = Some(Said::Elsewhere);
        for (text, said) in [
            ("Chủ trì, phối hợp với Sở B làm khoản 1.1", lead),
            ("Chủ trì thực hiện nhiệm vụ nêu tại khoản 1.1", lead),
            (
                "Chủ trì hướng dẫn thanh toán không dùng tiền mặt tại khoản 1.1",
                lead,
            ),
            (
                "Chủ trì bảo đảm an toàn trên không gian mạng, thực hiện khoản 1.1",
                lead,
            ),
            ("Ngoài ra, chủ trì thực hiện khoản 1.1", lead),
            ("Cùng với việc thường xuyên, chủ trì khoản 1.1", lead),
            ("Trước ngày 15/10/2025, triển khai khoản 1.1", lead),
            ("Tích cực thực hiện khoản 1.1", lead),
            ("Phối hợp với Sở B làm khoản 1.1", joins),
            ("Phối hợp với cơ quan chủ trì thực hiện khoản 1.1", joins),
            ("Phối hợp với UBND TP. Cần Thơ thực hiện khoản 1.1", joins),
            (
                "Phối hợp với các sở, v.v. tổ chức thực hiện khoản 1.1",
                joins,
            ),
            ("Phối hợp, trước ngày 15.10, triển khai khoản 1.1", joins),
            (
                "Phối hợp với Ban A; Sở B; các cơ quan liên quan thực hiện khoản 1.1",
                joins,
            ),
            ("Tham gia triển khai khoản 1.1", joins),
            ("Chủ trì và phối hợp thực hiện khoản 1.1", lead),
            (
                "Chủ trì, tổ chức thực hiện, phối hợp với Sở B làm khoản 1.1",
                lead,
            ),
            (
                "Chủ trì, có các cơ quan liên quan phối hợp, thực hiện khoản 1.1",
                lead,
            ),
            (
                "Chủ trì xây dựng tài liệu, phối hợp triển khai khoản 1.1",
                elsewhere,
            ),
            (
                "Chủ trì triển khai Kế hoạch này và phối hợp thực hiện khoản 1.1",
                elsewhere,
            ),
            (
                "Chủ trì khoản 1.2 và phối hợp thực hiện khoản 1.1",
                elsewhere,
            ),
            ("Chủ trì hoặc phối hợp thực hiện khoản 1.1", elsewhere),
            (
                "Chỉ đạo các đơn vị trực thuộc phối hợp thực hiện khoản 1.1",
                elsewhere,
            ),
            (
                "Phối hợp tuyên truyền, chủ trì thực hiện khoản 1.1",
                elsewhere,
            ),
            ("Cùng Sở Nội vụ chủ trì khoản 1.1", elsewhere),
            (
                "Xây dựng và triển khai thực hiện kế hoạch hưởng ứng theo khoản 1.1",
                elsewhere,
            ),
            (
                "Chủ trì khoản 2.1; Công an tỉnh: chủ trì khoản 1.1",
                elsewhere,
            ),
            ("Chủ trì khoản 2.1; Công an tỉnh: khoản 1.1", elsewhere),
            (
                "Chủ trì khoản 2.1, phần II. Công an tỉnh chủ trì khoản 1.1",
                elsewhere,
            ),
            ("Lãnh đạo, chỉ đạo thực hiện khoản 1.1", lead),
            ("Triển khai nhiệm vụ tại khoản 1.1", lead),
            ("Chịu trách nhiệm về khoản 1.1", lead),
            ("Báo cáo kết quả thực hiện khoản 1.1", neither),
            ("Theo dõi, giám sát việc thực hiện khoản 1.1", neither),
            ("Sơ kết, tổng kết việc thực hiện khoản 1.1", neither),
            ("Đánh giá, nghiệm thu việc thực hiện khoản 1.1", neither),
            ("Thực hiện các nhiệm vụ, trừ khoản 1.1", neither),
            ("Xây dựng tài liệu theo khoản 1.1", neither),
            ("Thực hiện theo tiến độ tại khoản 1.1", neither),
            ("Thực hiện theo quy định nêu tại khoản 1.1", neither),
            ("Thực hiện theo các nhiệm vụ tại khoản 1.1", lead),
            ("Chủ trì việc này; soạn tài liệu theo khoản 1.1", neither),
            ("Chủ trì khoản 1.2, phần I; báo cáo khoản 1.1", neither),
            ("Chủ trì hội nghị sơ kết khoản 1.1", elsewhere),
            (
                "Chủ trì theo dõi, đôn đốc việc thực hiện khoản 1.1",
                elsewhere,
            ),
            (
                "Theo dõi, đôn đốc và chủ trì thực hiện khoản 1.1",
                elsewhere,
            ),
            ("Tham mưu và tổ chức thực hiện khoản 1.1", elsewhere),
            ("Hướng dẫn Sở B thực hiện khoản 1.1", elsewhere),
            ("Thực hiện chế độ báo cáo đối với khoản 1.1", elsewhere),
            ("Tổ chức theo dõi, đôn đốc khoản 1.1", elsewhere),
            ("Chịu trách nhiệm tổng hợp kết quả khoản 1.1", elsewhere),
            ("Tổ chức hội nghị sơ kết khoản 1.1", elsewhere),
            ("Làm việc với Sở Nội vụ về khoản 1.1", elsewhere),
            ("Chủ trì giao ban về khoản 1.1", elsewhere),
            ("Chủ trì xây dựng báo cáo về khoản 1.1", elsewhere),
            (
                "Tổ chức thực hiện có hiệu quả các nhiệm vụ tại khoản 1.1",
                lead,
            ),
            ("Triển khai, thực hiện khoản 1.1", lead),
            (
                "Phòng Tổng hợp chủ trì, phối hợp với các đơn vị làm khoản 1.1",
                elsewhere,
            ),
            ("Phối hợp với Sở B, Sở C thực hiện khoản 1.1", joins),
            (
                "Chủ trì, phối hợp với Sở Nội vụ bố trí kinh phí cho nhiệm vụ tại khoản 1.1",
                elsewhere,
            ),
            (
                "Chủ trì bảo đảm an ninh mạng khi thực hiện khoản 1.1",
                elsewhere,
            ),
            (
                "Phối hợp bảo đảm đường truyền phục vụ các nhiệm vụ tại khoản 1.1",
                elsewhere,
            ),
            (
                "Chủ trì xây dựng nền tảng phục vụ người dân tại khoản 1.1",
                lead,
            ),
            ("Chủ trì, hướng dẫn thực hiện khoản 1.1", lead),
            ("Chủ trì khoản 2.1; phối hợp với Sở B làm khoản 1.1", joins),
            ("Chủ trì khoản 2.1, phần I; khoản 1.1", lead),
            ("Tuyên truyền kết quả làm khoản 1.1", None),
            ("Khen thưởng tập thể thực hiện tốt khoản 1.1", None),
            ("Xử lý vi phạm trong tổ chức thực hiện khoản 1.1", None),
            ("Vận động nhân dân thực hiện khoản 1.1", None),
            ("Bảo đảm an ninh cho việc triển khai khoản 1.1", None),
            ("Gửi Ban Chỉ đạo khoản 1.1", None),
            ("Khoản 1.1", None),
        ] {
            let at = text.to_lowercase().rfind("khoản 1.1").unwrap_or(0);
            assert_eq!(said_before(&text[..at], 0), said, "{text}");
        }
        let text = "Chủ trì khoản 2.1 và phối hợp với Sở B làm ";
        assert_eq!(said_before(text, "Chủ trì khoản 2.1".len()), joins);
        for aside in [
            " (gắn với ",
            ", sau khi hoàn thành nhiệm vụ tại ",
            ", lồng ghép với các nhiệm vụ tại ",
        ] {
            let text = format!("Chủ trì khoản 2.1{aside}");
            assert_eq!(
                said_before(&text, "Chủ trì khoản 2.1".len()),
                neither,
                "{text}"
            );
        }
        let text = "Chủ trì khoản 2.1, ";
        assert_eq!(said_before(text, "Chủ trì khoản 2.1".len()), lead);
        assert_eq!(said_in("Nhiệm vụ chủ trì"), lead);
        assert_eq!(said_in("Chủ trì"), lead);
    }
}
