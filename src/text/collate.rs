//! Vietnamese alphabetical order: a ă â b c d đ e ê …, then tones, then case (CLDR root with the `vi` tailoring).

use std::cmp::Ordering;

use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::locale;

/// Compares names as a Vietnamese reader expects. Made once and shared, because loading the tailoring has a cost.
#[derive(Debug)]
pub struct Order(CollatorBorrowed<'static>);

impl Order {
    /// The order of `vi`.
    pub fn vietnamese() -> Self {
        let collator = Collator::try_new(locale!("vi").into(), CollatorOptions::default());
        Self(collator.expect("the collation data of vi is compiled in"))
    }

    /// How `a` stands to `b`.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.0.compare(a, b)
    }
}

#[cfg(test)]
mod tests {
    use super::Order;

    #[test]
    fn letters_then_tones() {
        let mut names = ["đa", "dạ", "an", "ân", "ăn", "ao", "áo", "da"];
        let order = Order::vietnamese();
        names.sort_by(|a, b| order.compare(a, b));
        assert_eq!(names, ["an", "ao", "áo", "ăn", "ân", "da", "dạ", "đa"]);
    }
}
