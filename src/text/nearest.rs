//! The nearest name to one that was mistyped.

use super::fold::fold;

/// The candidate nearest to `word`, if it is near enough to be a slip or a shortening: marks and case do not count, about one
/// letter in three may differ, or the candidate goes on where the word ends.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = fold(word);
    candidates
        .into_iter()
        .map(|candidate| (distance(&folded, &fold(candidate)), candidate))
        .filter(|(distance, _)| *distance <= folded.chars().count().div_ceil(3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

fn distance(word: &str, candidate: &str) -> usize {
    let length = word.chars().count();
    let slips = strsim::osa_distance(word, candidate);
    if length > 3 && candidate.starts_with(word) {
        return slips.min(length.div_ceil(3));
    }
    slips
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_are_recognised() {
        let names = ["title", "description", "weight"];
        assert_eq!(nearest("titel", names), Some("title"));
        assert_eq!(nearest("wieght", names), Some("weight"));
        assert_eq!(nearest("desc", names), Some("description"));
        assert_eq!(nearest("xyz", names), None);
        assert_eq!(
            nearest("series_nam", ["series", "series_name"]),
            Some("series_name")
        );
    }
}
