//! Lessons that nobody could follow in one sitting, that name things by colour alone, or whose steps were tried long ago.

use std::ops::Range;

use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::record::Spanned;
use crate::rules;
use crate::site::Site;
use crate::source::Span;
use crate::text::colour;
use crate::text::dates::Date;

/// Words of one step.
const WORDS: usize = 25;
/// Steps of one lesson.
const STEPS: usize = 7;

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Lesson(lesson) = &document.kind else {
            continue;
        };
        if let Some(step) = lesson.steps.get(STEPS) {
            let (count, limit) = (lesson.steps.len().to_string(), STEPS.to_string());
            faults.push(rules::many_steps(step.r#do.span, &count, &limit));
        }
        for (at, step) in lesson.steps.iter().enumerate() {
            let number = (at + 1).to_string();
            let words = step.r#do.split_whitespace().count();
            if words > WORDS {
                let (words, limit) = (words.to_string(), WORDS.to_string());
                faults.push(rules::long_step(step.r#do.span, &number, &words, &limit));
            }
            for said in [Some(&step.r#do), step.say.as_ref()].into_iter().flatten() {
                if let Some(words) = colour::alone(said) {
                    let place = place(said, &words);
                    faults.push(rules::colour_only(place, &said[words], &number));
                }
            }
        }
        if let Some(checked) = &lesson.checked_on
            && year_before(site.view.now) > Some(checked.value)
        {
            faults.push(rules::stale_check(checked.span, &checked.short()));
        }
    }
}

fn year_before(day: Date) -> Option<Date> {
    let iso = day.iso();
    let month_day = iso.get(4..)?;
    Date::parse(&format!("{:04}{month_day}", day.year() - 1)).ok()
}

/// Where some of the words of a value stand: as far inside it as they are in what it says, behind a quotation mark if it has two. Where escapes or
/// folds make the value differ from its source, the whole.
fn place(said: &Spanned<String>, words: &Range<usize>) -> Span {
    let value = said.span.range();
    let before = match value.len().saturating_sub(said.len()) {
        0 => 0,
        2 => 1,
        _ => return said.span,
    };
    let start = value.start + before;
    Span::new(said.span.file, start + words.start, start + words.end)
}
