//! An event or a session that ends before it starts, or the years of a plan turned round.

use crate::diag::{Diagnostic, Rule, Words};
use crate::kind::Kind;
use crate::record::Spanned;
use crate::rules::rule;
use crate::site::{DocId, Site};
use crate::text::dates::Moment;

rule!(
    "ends-before-start", Error,
    "kết thúc ({end}) trước khi bắt đầu ({start})" => "it ends ({end}) before it starts ({start})",
    help "sửa ngày, giờ bắt đầu hoặc kết thúc; việc qua nửa đêm thì ghi ngày cuối" => "correct the start or the end; what goes past midnight needs its last day",
    what "Sự kiện, phiên, hay thời kỳ của kế hoạch kết thúc trước khi bắt đầu." => "An event, a session or the years of a plan end before they start.",
    why "Lịch trên điện thoại sẽ báo sai giờ hoặc không nhận." => "Calendars would show wrong hours or refuse it.",
    wrong [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "start: 2026-12-10T09:00",
        "end: 2026-12-10T08:00",
        "---",
    ],
    right [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "start: 2026-12-10T08:00",
        "end: 2026-12-10T09:00",
        "---",
    ],
);

static PERIOD: Rule = Rule {
    message: Words {
        vi: "năm cuối ({end}) đứng trước năm đầu ({start})",
        en: "the last year ({end}) lies before the first ({start})",
    },
    help: &[Words {
        vi: "ghi năm đầu vào from, năm cuối vào to",
        en: "write the first year as from and the last as to",
    }],
    ..RULE
};

/// The years of plans.
pub(super) fn of_periods(site: &Site, docs: &[DocId], faults: &mut Vec<Diagnostic>) {
    for &doc in docs {
        let Kind::Plan(plan) = &site.documents[doc].kind else {
            continue;
        };
        let period = plan.period.iter();
        let turned = period.filter(|period| *period.to < *period.from);
        faults.extend(turned.map(|period| {
            Diagnostic::new(&PERIOD, period.to.span)
                .with("start", period.from.to_string())
                .with("end", period.to.to_string())
                .about("period")
                .related(period.from.span, STARTS)
        }));
    }
}

const STARTS: Words = Words {
    vi: "bắt đầu ở đây",
    en: "starts here",
};

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Event(event) = &document.kind else {
            continue;
        };
        let sessions = event.sessions.iter();
        let spans = sessions.map(|session| (&session.start, &session.end));
        let mut told = Vec::new();
        for (start, end) in spans.chain([(&event.start, &event.end)]) {
            let both = start.as_ref().zip(end.as_ref());
            let fault = both.and_then(|(start, end)| wrong_order(start, end));
            // The event of a table has the cells of its session.
            let fault = fault.filter(|fault| !told.contains(&fault.span));
            told.extend(fault.as_ref().map(|fault| fault.span));
            faults.extend(fault);
        }
    }
}

fn wrong_order(start: &Spanned<Moment>, end: &Spanned<Moment>) -> Option<Diagnostic> {
    // A day without an hour ends when the day does.
    let hours = start.value.time.is_some() && end.value.time.is_some();
    let wrong = if hours {
        end.value < start.value
    } else {
        end.date < start.date
    };
    wrong.then(|| {
        Diagnostic::new(&RULE, end.span)
            .with("start", start.short())
            .with("end", end.short())
            .about("end")
            .related(start.span, STARTS)
    })
}
