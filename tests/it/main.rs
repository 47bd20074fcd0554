//! The one integration binary.
//!
//! - `cases`: every file of `tests/cases`, in memory: input files, then what must come out. `BLESS=1` rewrites the expectations.
//! - `edits`: after any edits, what is served equals what a fresh build writes.
//! - `explained`: what `loa explain` tells of each rule, its examples compiled.
//! - `forms`: diagnostics for machines, read back.
//! - `left_out`: a large site, of which the texts are not kept, against the same one with them.
//! - `properties`: a build equals itself on any thread count and in any order of files; addresses are unique and stable; any text is survived.
//! - `preview`: the real `loa serve`: what it answers, every way of saving, faults, how it ends.
//! - `program`: the real binary: exit codes, what it does to the disk, interruption.
//! - `references`: every reference of the real plans against a list that was read through, and the same text out of Word.
//! - `schedule`: a whole year, day by day.
//! - `tidy`: the rules of the house itself.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read and write files, and a panic is how they fail"
)]

mod cases;
mod edits;
mod explained;
mod forms;
mod left_out;
mod pictures;
mod preview;
mod program;
mod properties;
mod references;
mod schedule;
mod support;
mod tidy;
