//! Vietnamese text: one form, folding, order, dates, numbers, speech. Pure functions that know nothing of sites.

pub mod banks;
pub mod collate;
pub mod colour;
pub mod dates;
pub mod digits;
pub mod due;
pub mod english_days;
pub mod fold;
pub mod languages;
pub mod nearest;
pub mod nfc;
pub mod numbers;
pub mod odd_days;
pub mod phone;
pub mod provinces;
pub mod scan;
pub mod slug;
pub mod speech;
pub mod syllable;
pub mod units;
pub mod weekday;
pub mod words;
