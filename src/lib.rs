//! `loa` compiles a public campaign's plans, lessons, models and events into an accessible static site.
//!
//! # The flow
//!
//! ```text
//!        load           parse              resolve          check         plan          render          write
//! disk ───────▶ Sources ─────▶ [Document] ─────────▶ Site ─────────▶ ─────────▶ [Job] ─────────▶ [Output] ───────▶ disk
//!              text, spans     per file            whole site     rules       what to make   per job          only what differs
//!              FileId          parallel, pure      pure           pure        pure           parallel, pure   atomic
//!                    └─────────────── Diagnostics (span, rule, arguments) ─────────────────┘──▶ report
//! ```
//!
//! Each arrow is one function from values to values; only the two ends touch the disk. Three kinds of trouble are kept apart:
//! the author's content is wrong (a [`diag::Diagnostic`], all of them in one run, exit 1); the machine says no
//! ([`anyhow::Result`] at the ends, exit 2); we are wrong (panic with a sentence).
//!
//! # The map, from the bottom up
//!
//! A module looks down only; `tests/it/tidy.rs` keeps it so.
//!
//! | floor | modules | what they know |
//! |---|---|---|
//! | 0 | [`source`] [`diag`] [`route`] [`text`] [`list`] [`picture`] | texts with positions; faults as data; addresses; Vietnamese words, dates, numbers; lists that are copied cheaply; pictures that are drawn |
//! | 1 | [`rules`] [`record`] | what can be wrong inside one file; typed metadata with spans |
//! | 2 | [`kind`] | the kinds of document and their metadata |
//! | 3 | [`document`] [`config`] [`data`] | what one file says; the site's configuration; its tables |
//! | 4 | [`parse`] [`site`] | one file to one document: front matter, Markdown, clauses; the whole as one value |
//! | 5 | [`resolve`] | documents to a site: addresses, sections, order, links |
//! | 6 | [`check`] [`plan`] [`portal`] [`schema`] [`tables`] | rules that need the whole site; every output as a list; the duties of a portal; what may be written, as JSON Schema; open data |
//! | 7 | [`theme`] [`render`] | templates and texts of the interface; jobs to outputs |
//! | 8 | [`load`] [`write`] [`report`] [`watch`] | the only reader of sources, the only writer and copier of files, the only printer; hints of changes |
//! | 9 | [`session`] | what was read and what it says, kept; runs the stages |
//! | 10 | [`serve`] | the preview in the browser |
//! | 11 | [`cli`] [`command`] | what can be typed; one file for each command |
//!
//! # To add
//!
//! - a rule: one file in `rules/` (it needs one file only) or `check/` (it needs the site) with its words, its explanation and two examples, its
//!   name in the table there, one case;
//! - an output: one arm of [`plan::JobKind`], one file in `render/`, one case;
//! - a kind: one file in `kind/`, one row of its table, one arm of [`kind::Kind`], one template, one case;
//! - a key: one documented field in its record (if it names something of the site, one row in [`schema`]), one case;
//! - a command: one variant in [`cli::Command`], one file in `command/`, one test of the program.

pub mod check;
pub mod cli;
pub mod command;
pub mod config;
pub mod data;
pub mod diag;
pub mod document;
pub mod kind;
pub mod list;
pub mod load;
pub mod parse;
pub mod picture;
pub mod plan;
pub mod portal;
pub mod record;
pub mod render;
pub mod report;
pub mod resolve;
pub mod route;
pub mod rules;
pub mod schema;
pub mod serve;
pub mod session;
pub mod site;
pub mod source;
pub mod tables;
pub mod text;
pub mod theme;
pub mod watch;
pub mod write;
