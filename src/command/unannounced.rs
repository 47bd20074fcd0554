//! What of the last output's calendar is gone or now otherwise without a word: a day, an hour, a place that was edited while neither a change nor a
//! later `updated` says so.
//!
//! The sources do not know what was published before; the output folder does. A telephone that holds the old entry tells an older copy from
//! a newer one by SEQUENCE and then by DTSTAMP (RFC 5546, section 2.1.5); when both stand, it may keep the old.

use std::collections::BTreeMap;

use crate::text::dates::Date;

/// Properties of which every change matters to those who come.
const TOLD: [&str; 4] = ["DTSTART", "DTEND", "LOCATION", "STATUS"];
/// Properties that say that an entry is a newer one.
const STAMPS: [&str; 2] = ["SEQUENCE", "DTSTAMP"];

/// The names of the entries of the calendar `new` that are in `old`, too, say something else and do not say that they are newer.
pub(super) fn edits(old: &str, new: &str) -> Vec<String> {
    let before = entries(old);
    let edited = entries(new).into_iter().filter(|(uid, entry)| {
        let same = |known: &Entry, names: &[&str]| {
            let mut names = names.iter();
            names.all(|name| told(known, name) == told(entry, name))
        };
        let known = before.get(uid);
        known.is_some_and(|known| !same(known, &TOLD) && same(known, &STAMPS))
    });
    edited
        .map(|(uid, entry)| entry.get("SUMMARY").cloned().unwrap_or(uid))
        .collect()
}

/// What an entry tells under `name`. A rule begins in the first year that has no programme of its own; its day of the year is what is told.
fn told<'e>(entry: &'e Entry, name: &str) -> Option<&'e str> {
    let value = entry.get(name)?;
    let of_rule = entry.contains_key("RRULE") && name.starts_with("DT") && name != "DTSTAMP";
    if of_rule { value.get(4..) } else { Some(value) }
}

/// The names of the entries of the calendar `old` that were still to come on the day `today` and are not in `new`. Rules come and go with the
/// programmes of their years.
pub(super) fn gone(old: &str, new: &str, today: Date) -> Vec<String> {
    let (before, after) = (entries(old), entries(new));
    let today = today.basic();
    let gone = before.into_iter().filter(|(uid, entry)| {
        let to_come = entry.get("DTSTART").is_some_and(|start| *start >= today);
        to_come && !entry.contains_key("RRULE") && !after.contains_key(uid)
    });
    gone.map(|(uid, mut entry)| entry.remove("SUMMARY").unwrap_or(uid))
        .collect()
}

/// The properties of an entry by their names without parameters.
type Entry = BTreeMap<String, String>;

/// The entries of a calendar by their UID. Long lines are unfolded (RFC 5545, section 3.1).
fn entries(calendar: &str) -> BTreeMap<String, Entry> {
    let unfolded = calendar.replace("\r\n ", "");
    let entries = unfolded.split("BEGIN:VEVENT").skip(1).map(|entry| {
        let lines = entry.lines().filter_map(|line| line.split_once(':'));
        let named = lines.map(|(name, value)| {
            let name = name.split(';').next().unwrap_or(name);
            (
                name.to_owned(),
                value.replace("\\,", ",").replace("\\;", ";"),
            )
        });
        named.collect::<Entry>()
    });
    entries
        .filter_map(|entry| Some((entry.get("UID")?.clone(), entry)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{edits, gone};
    use crate::text::dates::Date;

    fn calendar(entries: &[(&str, &str, &str, &str)]) -> String {
        let entries = entries.iter().map(|(uid, start, sequence, stamp)| {
            format!(
                "BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:Buổi\\, {uid}\r\nDTSTART;VALUE=DATE:{start}\r\nSEQUENCE:{sequence}\r\nDTSTAMP:{stamp}\r\nDESCRIPTION:a\r\n b\r\nEND:VEVENT\r\n"
            )
        });
        format!(
            "BEGIN:VCALENDAR\r\n{}END:VCALENDAR\r\n",
            entries.collect::<String>()
        )
    }

    #[test]
    fn only_edits_that_nothing_tells_are_found() {
        let old = calendar(&[
            ("a", "20261010", "0", "1"),
            ("b", "20261010", "0", "1"),
            ("c", "20261010", "0", "1"),
            ("d", "20261010", "0", "1"),
            ("gone", "20261010", "0", "1"),
        ]);
        let new = calendar(&[
            ("a", "20261010", "0", "1"),
            ("b", "20261011", "1", "1"),
            ("c", "20261011", "0", "2"),
            ("d", "20261011", "0", "1"),
            ("new", "20261010", "0", "1"),
        ]);
        assert_eq!(edits(&old, &new), ["Buổi, d"]);
        assert!(edits(&old, &old).is_empty());
    }

    #[test]
    fn a_rule_that_begins_a_year_later_is_no_edit() {
        let rule = |start: &str| {
            let entry = calendar(&[("rule", start, "0", "1")]);
            entry.replace("SEQUENCE", "RRULE:FREQ=YEARLY\r\nSEQUENCE")
        };
        assert!(edits(&rule("20261010"), &rule("20271010")).is_empty());
        assert_eq!(edits(&rule("20261010"), &rule("20271011")), ["Buổi, rule"]);
    }

    #[test]
    fn what_was_to_come_and_is_gone_is_found() {
        let old = calendar(&[
            ("past", "20261001", "0", "1"),
            ("next", "20261010", "0", "1"),
        ]);
        let new = calendar(&[("other", "20261010", "0", "1")]);
        let day = |iso| Date::parse(iso).unwrap();
        assert_eq!(gone(&old, &new, day("2026-10-05")), ["Buổi, next"]);
        assert!(gone(&old, &new, day("2026-10-11")).is_empty());
        assert!(gone(&old, &old, day("2026-10-05")).is_empty());
    }
}
