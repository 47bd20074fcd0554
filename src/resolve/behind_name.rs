//! What is done behind a name: "Sở A phối hợp với Sở B kiểm tra UBND cấp xã", of which "kiểm tra UBND cấp xã" is no part of the name.

use super::actor::Names;
use crate::site::{Actor, RoleKind};
use crate::text::fold::after_word;

impl Names {
    /// The same as [`Names::split`] for a line that may go on with what they do: "Sở A phối hợp với Sở B kiểm tra …".
    pub(super) fn doing(&self, printed: &str, kind: RoleKind) -> Vec<Actor> {
        let actors = self.split(printed, kind).into_iter();
        actors.map(|actor| self.without_verb(actor).0).collect()
    }

    /// The same for words behind some work, of which those have no part who do something else: "khoản 1.1, phối hợp với Sở B kiểm tra …".
    pub(super) fn joining(&self, printed: &str) -> Vec<Actor> {
        let actors = self.split(printed, RoleKind::Coordinate).into_iter();
        let actors = actors.map(|actor| self.without_verb(actor));
        let has_part = |verb: Option<&str>| verb.is_none_or(|verb| THE_WORK.contains(&verb));
        let joining = actors.filter(|(_, verb)| has_part(*verb));
        joining.map(|(actor, _)| actor).collect()
    }

    /// An unknown actor whose printed words are a known name and what it does: that name, and the verb.
    fn without_verb(&self, mut actor: Actor) -> (Actor, Option<&'static str>) {
        let found = Some(&actor.printed).filter(|_| actor.agency.is_none());
        let Some((end, agency, verb)) = found.and_then(|printed| self.before_verb(printed)) else {
            return (actor, None);
        };
        actor.printed.truncate(end);
        actor.agency = Some(agency);
        (actor, Some(verb))
    }

    /// The known name at the start of a text that goes on with what is done: where it ends, whose it is, and the verb.
    fn before_verb(&self, text: &str) -> Option<(usize, usize, &'static str)> {
        let (end, agency) = self.longest(text)?;
        let behind = text[end..].strip_prefix(' ')?;
        let mut verbs = DONE.into_iter();
        let verb = verbs.find(|verb| after_word(behind, verb).is_some())?;
        Some((end, agency, verb))
    }
}

/// What is done with those who are named before it.
const DONE: [&str; 19] = [
    "tổ chức thực hiện",
    "kiểm tra",
    "giám sát",
    "theo dõi",
    "đôn đốc",
    "hướng dẫn",
    "tham mưu",
    "tổ chức",
    "triển khai",
    "thực hiện",
    "xây dựng",
    "ban hành",
    "rà soát",
    "đánh giá",
    "tổng hợp",
    "thẩm định",
    "bố trí",
    "vận động",
    "tuyên truyền",
];

/// Verbs of these that mean the work itself.
const THE_WORK: [&str; 3] = ["tổ chức thực hiện", "triển khai", "thực hiện"];
