//! What can be wrong inside one file: one rule a file, with its words in both languages and the function that makes its
//! diagnostic. Rules that need the whole site stand in [`crate::check`].

mod bad_address;
mod bad_anchor;
mod bad_date;
mod bad_id;
mod bad_number;
mod clause_duplicate;
mod clause_foreign_letter;
mod clause_gap;
mod clause_start;
mod duplicate_key;
mod file_too_large;
mod front_matter_missing;
mod front_matter_unclosed;
mod impossible_date;
mod measured_ahead;
mod missing_alt;
mod missing_field;
mod not_utf8;
mod out_of_range;
mod raw_html;
mod rows_disagree;
mod symlink_outside;
mod table_row;
mod too_deep;
mod unclosed_tag;
mod unknown_choice;
mod unknown_key;
mod unknown_kind;
mod unlabelled_heading;
mod unlabelled_row;
mod unread_assignment;
mod unread_column;
mod unread_label;
mod unread_link;
mod unsafe_link;
mod weekday_mismatch;
mod wrong_type;
mod yaml_alias;
mod yaml_syntax;
mod yaml_too_big;

pub use bad_address::bad_address;
pub use bad_anchor::bad_anchor;
pub use bad_date::bad_date;
pub use bad_id::bad_id;
pub use bad_number::bad_number;
pub use clause_duplicate::clause_duplicate;
pub use clause_foreign_letter::clause_foreign_letter;
pub use clause_gap::clause_gap;
pub use clause_start::clause_start;
pub use duplicate_key::duplicate_key;
pub use file_too_large::file_too_large;
pub use front_matter_missing::front_matter_missing;
pub use front_matter_unclosed::front_matter_unclosed;
pub use impossible_date::impossible_date;
pub use measured_ahead::measured_ahead;
pub use missing_alt::missing_alt;
pub use missing_field::missing_field;
pub use not_utf8::not_utf8;
pub use out_of_range::out_of_range;
pub use raw_html::raw_html;
pub use rows_disagree::rows_disagree;
pub use symlink_outside::symlink_outside;
pub use table_row::table_row;
pub use too_deep::too_deep;
pub use unclosed_tag::unclosed_tag;
pub use unknown_choice::unknown_choice;
pub use unknown_key::unknown_key;
pub use unknown_kind::unknown_kind;
pub use unlabelled_heading::unlabelled_heading;
pub use unlabelled_row::unlabelled_row;
pub use unread_assignment::unread_assignment;
pub use unread_column::unread_column;
pub use unread_label::unread_label;
pub use unread_link::unread_link;
pub use unsafe_link::unsafe_link;
pub use weekday_mismatch::weekday_mismatch;
pub use wrong_type::wrong_type;
pub use yaml_alias::yaml_alias;
pub use yaml_syntax::{Cause, yaml_syntax};
pub use yaml_too_big::yaml_too_big;

/// Writes a [`crate::diag::Rule`] as a sentence: code, severity, message and helps as `vi => en` pairs.
macro_rules! rule {
    ($code:literal, $severity:ident, $vi:literal => $en:literal $(, help $hvi:literal => $hen:literal)* $(,)?) => {
        static RULE: $crate::diag::Rule = $crate::diag::Rule {
            code: $code,
            severity: $crate::diag::Severity::$severity,
            message: $crate::diag::Words { vi: $vi, en: $en },
            help: &[$($crate::diag::Words { vi: $hvi, en: $hen }),*],
        };
    };
}
pub(crate) use rule;
