//! What can be wrong inside one file: one rule a file, with its words in both languages and the function that makes its
//! diagnostic. Rules that need the whole site stand in [`crate::check`].

mod abbreviation_unexpanded;
mod active_file;
mod address_collision;
mod all_capitals;
mod ambiguous_date;
mod ambiguous_place;
mod assignment_goes_on;
mod assignment_inside;
mod assignment_quoted;
mod bad_address;
mod bad_anchor;
mod bad_date;
mod bad_id;
mod bad_number;
mod bank_account;
mod broken_anchor;
mod broken_line;
mod change_untold;
mod clause_duplicate;
mod clause_foreign_letter;
mod clause_gap;
mod clause_quoted;
mod clause_start;
mod colour_only;
mod cut_by_hash;
mod district_gone;
mod ditto_cell;
mod duplicate_key;
mod empty_link;
mod empty_theme;
mod event_twice;
mod file_name_alt;
mod file_too_large;
mod front_matter_like;
mod front_matter_missing;
mod front_matter_unclosed;
mod heading_jump;
mod identity_number;
mod image_cut_off;
mod image_mislabelled;
mod image_too_heavy;
mod image_too_large;
mod image_unreadable;
mod impossible_date;
mod indented_text;
mod legacy_text;
mod long_step;
mod low_contrast;
mod many_steps;
mod measured_ahead;
mod media_as_picture;
mod media_without_length;
mod media_without_transcript;
mod missing_alt;
mod missing_field;
mod name_twice;
mod not_utf8;
mod old_place_name;
mod orphan_page;
mod out_of_range;
mod page_too_heavy;
mod private_phone;
mod raw_html;
mod recipients_in_body;
mod register_unused;
mod row_without_status;
mod rows_disagree;
mod same_link_text;
mod second_h1;
mod stale_check;
mod svg_cleaned;
mod svg_unreadable;
mod symlink_outside;
mod tabbed_table;
mod table_row;
mod table_without_header;
mod template_error;
mod time_runs_on;
mod too_deep;
mod unclosed_tag;
mod unknown_choice;
mod unknown_key;
mod unknown_kind;
mod unknown_language;
mod unknown_theme;
mod unlabelled_heading;
mod unlabelled_row;
mod unmarked_language;
mod unread_assignment;
mod unread_column;
mod unread_label;
mod unread_link;
mod unread_row;
mod unreadable_file;
mod unsafe_link;
mod unusable_theme;
mod vague_link;
mod weekday_mismatch;
mod wrong_type;
mod yaml_alias;
mod yaml_syntax;
mod yaml_too_big;

pub use abbreviation_unexpanded::abbreviation_unexpanded;
pub use active_file::active_file;
pub use address_collision::{address_collision, alias_taken, file_name_case};
pub use all_capitals::all_capitals;
pub use ambiguous_date::{ambiguous_cell, ambiguous_date, ambiguous_date_in_text, ambiguous_year};
pub use ambiguous_place::ambiguous_place;
pub use assignment_goes_on::assignment_goes_on;
pub use assignment_inside::assignment_inside;
pub use assignment_quoted::assignment_quoted;
pub use bad_address::bad_address;
pub use bad_anchor::bad_anchor;
pub use bad_date::bad_date;
pub use bad_id::bad_id;
pub use bad_number::bad_number;
pub use bank_account::{bank_account, bank_accounts_attached};
pub use broken_anchor::broken_anchor;
pub use broken_line::broken_line;
pub use change_untold::change_untold;
pub use clause_duplicate::clause_duplicate;
pub use clause_foreign_letter::clause_foreign_letter;
pub use clause_gap::clause_gap;
pub use clause_quoted::clause_quoted;
pub use clause_start::clause_start;
pub use colour_only::colour_only;
pub use cut_by_hash::cut_by_hash;
pub use district_gone::district_gone;
pub use ditto_cell::ditto_cell;
pub use duplicate_key::{duplicate_id, duplicate_key};
pub use empty_link::empty_link;
pub use empty_theme::empty_theme;
pub use event_twice::event_twice;
pub use file_name_alt::file_name_alt;
pub use file_too_large::file_too_large;
pub use front_matter_like::{front_matter_like, front_matter_unopened};
pub use front_matter_missing::front_matter_missing;
pub use front_matter_unclosed::front_matter_unclosed;
pub use heading_jump::heading_jump;
pub use identity_number::{identity_number, identity_numbers_attached};
pub use image_cut_off::image_cut_off;
pub use image_mislabelled::image_mislabelled;
pub use image_too_heavy::image_too_heavy;
pub use image_too_large::image_too_large;
pub use image_unreadable::image_unreadable;
pub use impossible_date::impossible_date;
pub use indented_text::indented_text;
pub use legacy_text::{legacy_text, misread_text};
pub use long_step::long_step;
pub use low_contrast::low_contrast;
pub use many_steps::many_steps;
pub use measured_ahead::measured_ahead;
pub use media_as_picture::media_as_picture;
pub use media_without_length::media_without_length;
pub use media_without_transcript::media_without_transcript;
pub use missing_alt::{missing_alt, missing_drawing_alt};
pub use missing_field::{empty_field, missing_cell, missing_column, missing_field};
pub use name_twice::{folder_twice, name_twice};
pub use not_utf8::{attached_not_utf8, name_not_utf8, not_utf8};
pub use old_place_name::old_place_name;
pub use orphan_page::orphan_page;
pub use out_of_range::out_of_range;
pub use page_too_heavy::page_too_heavy;
pub use private_phone::{private_phone, private_phones_attached};
pub use raw_html::raw_html;
pub use recipients_in_body::recipients_in_body;
pub use register_unused::register_unused;
pub use row_without_status::row_without_status;
pub use rows_disagree::rows_disagree;
pub use same_link_text::same_link_text;
pub use second_h1::second_h1;
pub use stale_check::stale_check;
pub use svg_cleaned::svg_cleaned;
pub use svg_unreadable::svg_unreadable;
pub use symlink_outside::symlink_outside;
pub use tabbed_table::tabbed_table;
pub use table_row::table_row;
pub use table_without_header::table_without_header;
pub use template_error::template_error;
pub use time_runs_on::time_runs_on;
pub use too_deep::too_deep;
pub use unclosed_tag::unclosed_tag;
pub use unknown_choice::{unknown_cell, unknown_choice};
pub use unknown_key::{unknown_column, unknown_key};
pub use unknown_kind::unknown_kind;
pub use unknown_language::unknown_language;
pub use unknown_theme::unknown_theme;
pub use unlabelled_heading::unlabelled_heading;
pub use unlabelled_row::unlabelled_row;
pub use unmarked_language::{unmarked_language, unmarked_unknown_language};
pub use unread_assignment::unread_assignment;
pub use unread_column::unread_column;
pub use unread_label::unread_label;
pub use unread_link::{parted_link, turned_link, undefined_link, unread_link};
pub use unread_row::unread_row;
pub use unreadable_file::unreadable_file;
pub use unsafe_link::unsafe_link;
pub use unusable_theme::unusable_theme;
pub use vague_link::vague_link;
pub use weekday_mismatch::weekday_mismatch;
pub use wrong_type::{colon_in_text, wrong_type};
pub use yaml_alias::yaml_alias;
pub use yaml_syntax::{Cause, yaml_syntax};
pub use yaml_too_big::yaml_too_big;

use crate::diag::Rule;

/// Every rule of this module, in the order of their names.
pub static RULES: &[&Rule] = &[
    &abbreviation_unexpanded::RULE,
    &active_file::RULE,
    &address_collision::RULE,
    &all_capitals::RULE,
    &ambiguous_date::RULE,
    &ambiguous_place::RULE,
    &assignment_goes_on::RULE,
    &assignment_inside::RULE,
    &assignment_quoted::RULE,
    &bad_address::RULE,
    &bad_anchor::RULE,
    &bad_date::RULE,
    &bad_id::RULE,
    &bad_number::RULE,
    &bank_account::RULE,
    &broken_anchor::RULE,
    &broken_line::RULE,
    &change_untold::RULE,
    &clause_duplicate::RULE,
    &clause_foreign_letter::RULE,
    &clause_gap::RULE,
    &clause_quoted::RULE,
    &clause_start::RULE,
    &colour_only::RULE,
    &cut_by_hash::RULE,
    &district_gone::RULE,
    &ditto_cell::RULE,
    &duplicate_key::RULE,
    &empty_link::RULE,
    &empty_theme::RULE,
    &event_twice::RULE,
    &file_name_alt::RULE,
    &file_too_large::RULE,
    &front_matter_like::RULE,
    &front_matter_missing::RULE,
    &front_matter_unclosed::RULE,
    &heading_jump::RULE,
    &identity_number::RULE,
    &image_cut_off::RULE,
    &image_mislabelled::RULE,
    &image_too_heavy::RULE,
    &image_too_large::RULE,
    &image_unreadable::RULE,
    &impossible_date::RULE,
    &indented_text::RULE,
    &legacy_text::RULE,
    &long_step::RULE,
    &low_contrast::RULE,
    &many_steps::RULE,
    &measured_ahead::RULE,
    &media_as_picture::RULE,
    &media_without_length::RULE,
    &media_without_transcript::RULE,
    &missing_alt::RULE,
    &missing_field::RULE,
    &name_twice::RULE,
    &not_utf8::RULE,
    &old_place_name::RULE,
    &orphan_page::RULE,
    &out_of_range::RULE,
    &page_too_heavy::RULE,
    &private_phone::RULE,
    &raw_html::RULE,
    &recipients_in_body::RULE,
    &register_unused::RULE,
    &row_without_status::RULE,
    &rows_disagree::RULE,
    &same_link_text::RULE,
    &second_h1::RULE,
    &stale_check::RULE,
    &svg_cleaned::RULE,
    &svg_unreadable::RULE,
    &symlink_outside::RULE,
    &tabbed_table::RULE,
    &table_row::RULE,
    &table_without_header::RULE,
    &template_error::RULE,
    &time_runs_on::RULE,
    &too_deep::RULE,
    &unclosed_tag::RULE,
    &unknown_choice::RULE,
    &unknown_key::RULE,
    &unknown_kind::RULE,
    &unknown_language::RULE,
    &unknown_theme::RULE,
    &unlabelled_heading::RULE,
    &unlabelled_row::RULE,
    &unmarked_language::RULE,
    &unread_assignment::RULE,
    &unread_column::RULE,
    &unread_label::RULE,
    &unread_row::RULE,
    &unread_link::RULE,
    &unreadable_file::RULE,
    &unsafe_link::RULE,
    &unusable_theme::RULE,
    &vague_link::RULE,
    &weekday_mismatch::RULE,
    &wrong_type::RULE,
    &yaml_alias::RULE,
    &yaml_syntax::RULE,
    &yaml_too_big::RULE,
];

/// Writes a [`crate::diag::Rule`] as a sentence: code, severity, message and helps as `vi => en` pairs; then what `loa explain` tells:
/// `what` it means, `why` it matters, a `wrong` and a `right` source line by line (or in words, `(vi => en)`), and `at`, what an
/// acknowledgement names, where there can be one. Tests compile both sources and acknowledge the fault.
macro_rules! rule {
    (
        $code:literal, $severity:ident, $vi:literal => $en:literal,
        $(help $hvi:literal => $hen:literal,)*
        what $wvi:literal => $wen:literal,
        why $yvi:literal => $yen:literal,
        wrong $wrong:tt,
        right $right:tt
        $(, at $avi:literal => $aen:literal)? $(,)?
    ) => {
        pub(crate) static RULE: $crate::diag::Rule = $crate::diag::Rule {
            code: $code,
            severity: $crate::diag::Severity::$severity,
            message: $crate::diag::Words { vi: $vi, en: $en },
            help: &[$($crate::diag::Words { vi: $hvi, en: $hen }),*],
            what: $crate::diag::Words { vi: $wvi, en: $wen },
            why: $crate::diag::Words { vi: $yvi, en: $yen },
            wrong: $crate::rules::example!($wrong),
            right: $crate::rules::example!($right),
            at: $crate::rules::at!($($avi => $aen)?),
        };
    };
    ($($anything:tt)*) => {
        compile_error!("a rule has, in this order: code, severity, message, help …, what, why, wrong, right, and perhaps at");
    };
}

/// The example of a [`rule!`].
macro_rules! example {
    ([$($line:literal),* $(,)?]) => { $crate::diag::Example::Lines(&[$($line),*]) };
    (($vi:literal => $en:literal)) => { $crate::diag::Example::Told($crate::diag::Words { vi: $vi, en: $en }) };
}

/// What an acknowledgement of a [`rule!`] names.
macro_rules! at {
    () => {
        None
    };
    ($vi:literal => $en:literal) => {
        Some($crate::diag::Words { vi: $vi, en: $en })
    };
}

pub(crate) use {at, example, rule};
