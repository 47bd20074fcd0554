//! A link of an editor's between a duty and a task where one of the two is none. The link would be lost.

use crate::diag::{Diagnostic, Words};
use crate::kind::Kind;
use crate::record::Spanned;
use crate::rules::rule;
use crate::site::{DocId, Site};

rule!(
    "related-nothing", Error,
    "{address} không phải là {what}, nên mối nối này không hiện ở đâu" => "{address} is no {what}, so this link shows nowhere",
    help "chỉ vào đúng điểm, khoản: clause là việc giao dưới tên cơ quan, tasks là nhiệm vụ" => "name the right clauses: clause is a duty under a body's name, tasks are tasks",
    what "Mối nối giữa việc được giao và nhiệm vụ chỉ vào chỗ không phải là việc hay nhiệm vụ." => "An editor's link between a duty and a task names a clause that is neither.",
    why "Mối nối sẽ không hiện ở đâu." => "The link would show nowhere.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i, duties: ii}",
        "related: [{clause: ii.1-1 “Theo dõi”, tasks: [ii]}]",
        "---",
        "## I. Nhiệm vụ",
        "",
        "1. Mở lớp",
        "",
        "## II. Tổ chức thực hiện",
        "",
        "### 1. Sở Nội vụ",
        "",
        "- Theo dõi việc mở lớp.",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i, duties: ii}",
        "related: [{clause: ii.1-1 “Theo dõi”, tasks: [i.1]}]",
        "---",
        "## I. Nhiệm vụ",
        "",
        "1. Mở lớp",
        "",
        "## II. Tổ chức thực hiện",
        "",
        "### 1. Sở Nội vụ",
        "",
        "- Theo dõi việc mở lớp.",
    ],
);

const DUTY: Words = Words {
    vi: "việc giao dưới tên cơ quan nào",
    en: "duty under a body's name",
};
const TASK: Words = Words {
    vi: "nhiệm vụ",
    en: "task",
};

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for (doc, document) in site.documents.iter().enumerate() {
        let Kind::Plan(plan) = &document.kind else {
            continue;
        };
        // A translation sets nothing of its own.
        if document.path.lang.is_some() {
            continue;
        }
        for link in &plan.related {
            if !is_duty(site, doc, &link.clause) {
                tell(site, doc, &link.clause, DUTY, faults);
            }
            for task in link.tasks.iter().filter(|task| !is_task(site, doc, task)) {
                tell(site, doc, task, TASK, faults);
            }
        }
    }
}

fn is_duty(site: &Site, plan: DocId, address: &str) -> bool {
    let mut duties = site.duties.iter().filter(|duty| duty.plan == plan);
    duties.any(|duty| site.clause(plan, duty.clause).address == address)
}

fn is_task(site: &Site, plan: DocId, address: &str) -> bool {
    let mut tasks = site.tasks.iter().filter(|task| task.plan == plan);
    tasks.any(|task| site.clause(plan, task.clause).address == address)
}

/// An address without a clause is told by `unknown-name`.
fn tell(
    site: &Site,
    plan: DocId,
    address: &Spanned<String>,
    what: Words,
    faults: &mut Vec<Diagnostic>,
) {
    if site.documents[plan].clause(address).is_some() {
        faults.push(
            Diagnostic::new(&RULE, address.span)
                .with("address", address.value.clone())
                .with_words("what", what),
        );
    }
}
