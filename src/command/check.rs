//! `loa check`: everything that `build` does, without writing.

use std::path::Path;
use std::time::Instant;

use anyhow::Result;

use super::{Exit, compile, report_in};
use crate::cli::CheckArgs;
use crate::diag::Words;
use crate::portal;
use crate::report::{Form, Report};

const NO_TABLE: Words = Words {
    vi: "chưa có bảng content/data/laws, nên không có nghĩa vụ nào để xem",
    en: "there is no table content/data/laws, so there are no duties to look at",
};
const AS_FAR: Words = Words {
    vi: "Nghĩa vụ của cổng thông tin; “đạt” là trong phạm vi máy xem được:",
    en: "Duties of the portal; “met” is as far as a program can see:",
};

pub(super) fn run(root: &Path, args: &CheckArgs, report: Report) -> Result<Exit> {
    let start = Instant::now();
    let form = args.format.into();
    let report = report_in(form, report);
    let (compiled, tally) = compile(root, &args.view, report, form, |_| Ok(()))?;
    if let Some(ready) = compiled.ready.as_ref().filter(|_| args.portal) {
        let told = compiled.diagnostics.iter();
        let codes = told.map(|fault| fault.rule.code).collect();
        let duties = portal::duties(&ready.site, &codes);
        report.say(if duties.is_empty() { NO_TABLE } else { AS_FAR }, "");
        report.portal(&duties, form);
    }
    match &compiled.ready {
        Some(ready) => report.closing(&ready.site, &ready.jobs, None, tally, start.elapsed()),
        None if form == Form::Human => report.tally(tally, None),
        None => {}
    }
    let refused = tally.errors > 0 || (args.deny.is_some() && tally.warnings > 0);
    Ok(if refused { Exit::Content } else { Exit::Good })
}
