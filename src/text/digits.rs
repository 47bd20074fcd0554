//! Where digits stand. Every text is read for days, for long numbers and more, and hardly a byte of one is a digit.

use std::ops::Range;

/// So many bytes are looked at in one step of the processor.
const STEP: usize = 32;

/// The runs of digits from 0 to 9 in `text`, each as long as it goes.
pub fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + first(&bytes[at..])?;
        let length = bytes[start..]
            .iter()
            .position(|byte| !byte.is_ascii_digit());
        at = length.map_or(bytes.len(), |length| start + length);
        Some(start..at)
    })
}

/// What stands within `margin` bytes of the `runs` of digits in a text of `length` bytes: where a day can be named, without the rest.
pub fn near(runs: &[Range<usize>], margin: usize, length: usize) -> Vec<Range<usize>> {
    let mut near: Vec<Range<usize>> = Vec::new();
    for run in runs {
        let start = run.start.saturating_sub(margin);
        let end = length.min(run.end + margin);
        match near.last_mut() {
            Some(last) if start <= last.end => last.end = end,
            _ => near.push(start..end),
        }
    }
    near
}

/// Where the first digit stands.
fn first(bytes: &[u8]) -> Option<usize> {
    let (steps, _) = bytes.as_chunks::<STEP>();
    // Without a way out in the middle a step is one comparison of all its bytes.
    let is_digit = |byte: &u8| u8::from(byte.is_ascii_digit());
    let holds = |step: &[u8; STEP]| step.iter().map(is_digit).fold(0, |any, one| any | one) > 0;
    let passed = steps.iter().position(holds).unwrap_or(steps.len()) * STEP;
    let rest = bytes[passed..].iter().position(u8::is_ascii_digit)?;
    Some(passed + rest)
}

#[cfg(test)]
mod tests {
    use super::{near, runs};

    #[test]
    fn what_is_near_digits_is_joined_where_it_meets() {
        assert_eq!(near(&[3..5, 12..13, 40..41], 4, 42), [0..17, 36..42]);
        assert!(near(&[], 4, 42).is_empty());
    }

    #[test]
    fn runs_are_whole_wherever_they_stand() {
        for before in 0..70 {
            let text = format!("{}2026, ừ 7{} 10/", "x".repeat(before), "ơ".repeat(before));
            let found: Vec<&str> = runs(&text).map(|run| &text[run]).collect();
            assert_eq!(found, ["2026", "7", "10"], "{before}");
        }
        assert_eq!(
            runs("không có số nào ở đây, cũng không có chữ số nào").count(),
            0
        );
    }
}
