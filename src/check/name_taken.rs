//! Two bodies of one place that are known by the same name. What is said of the name would all go to the first.

use std::collections::BTreeMap;

use crate::data::Agency;
use crate::diag::{Diagnostic, Words};
use crate::rules::rule;
use crate::site::Site;

rule!(
    "name-taken", Warning,
    "“{name}” ở đây đã là tên của {other}" => "“{name}” is already a name of {other} here",
    help "bỏ tên này khỏi aliases của một trong hai, hoặc ghi rõ tên hơn" => "take it out of the aliases of one of the two, or give it a fuller name",
    what "Hai cơ quan của cùng một nơi mang cùng một tên." => "Two bodies of one place are known by the same name.",
    why "Việc giao cho tên đó chỉ tới được một trong hai." => "What is assigned to the name would reach only one of them.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "- {id: ban-to-chuc, name: Ban Tổ chức, kind: body, aliases: [Sở Nội vụ]}",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "- {id: ban-to-chuc, name: Ban Tổ chức, kind: body}",
    ],
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let mut known: BTreeMap<(Option<&str>, String), &Agency> = BTreeMap::new();
    for agency in &site.data.agencies {
        let place = agency.place.as_ref().map(|place| place.as_str());
        for name in agency.aliases.iter().chain([&agency.name]) {
            let words: Vec<&str> = name.split_whitespace().collect();
            let first = known
                .entry((place, words.join(" ").to_lowercase()))
                .or_insert(agency);
            if first.id.value != agency.id.value {
                let words = Words {
                    vi: "mục kia",
                    en: "the other row",
                };
                faults.push(
                    Diagnostic::new(&RULE, agency.id.span)
                        .with("name", name.clone())
                        .with("other", first.id.value.clone())
                        .related(first.id.span, words),
                );
            }
        }
    }
}
