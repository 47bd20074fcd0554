//! The duties of a state's portal, from the site's table `laws`: which of them the site meets, as far as a program can see. A row names in
//! `check` what is looked at; what it does not name is for people to judge.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::config::Owner;
use crate::diag::{Lang, Words};
use crate::kind::Kind;
use crate::record::{Mapping, Node, NodeValue};
use crate::site::Site;
use crate::text::dates::Date;

/// Whether a duty is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is, in what a program can see.
    Met,
    /// It is not.
    Unmet,
    /// A program cannot tell.
    Undecided,
}

/// One duty with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// Its id in the table.
    pub id: String,
    /// What is asked for.
    pub duty: String,
    /// Whether it is met.
    pub state: State,
    /// What is missing, or why it is not known.
    pub detail: Words,
    /// The law, with its article when the table gives one.
    pub source: String,
    /// The last day of the law, when it is over.
    pub ended: Option<Date>,
    /// How sure the table is that the law says so.
    pub certainty: String,
}

/// What a look at the site gave.
type Seen = (State, Words);

const NOTHING: Words = Words { vi: "", en: "" };
const FOR_PEOPLE: Words = Words {
    vi: "máy không xem được, cần người xem",
    en: "for people to judge",
};

const ACCEPTED: Words = Words {
    vi: "có chỗ biên tập viên đã chấp nhận (acknowledge), cần người xem",
    en: "an editor has accepted some (acknowledge), for people to judge",
};
const NO_PLAN: Words = Words {
    vi: "chưa có kế hoạch nào để xem",
    en: "there is no plan to look at",
};

/// Every duty of the table, in its order. `codes` are those of all diagnostics of the site but the accepted ones.
pub fn duties(site: &Site, codes: &BTreeSet<&str>) -> Vec<Duty> {
    let Some(NodeValue::Sequence(rows)) = site.data.tables.get("laws").map(|table| &table.value)
    else {
        return Vec::new();
    };
    let maps = rows.iter().filter_map(|row| match &row.value {
        NodeValue::Mapping(map) => Some(map),
        _ => None,
    });
    maps.map(|map| duty(site, codes, map)).collect()
}

fn duty(site: &Site, codes: &BTreeSet<&str>, map: &Mapping) -> Duty {
    let text = |key: &str| map.get(key).and_then(plain).unwrap_or_default().to_owned();
    let (state, detail) = match text("check").as_str() {
        "" => (State::Undecided, FOR_PEOPLE),
        check => seen(site, codes, check),
    };
    let source = [text("document"), text("article")];
    let source: Vec<String> = source.into_iter().filter(|part| !part.is_empty()).collect();
    let end = Date::parse(&text("in_force_to")).ok();
    Duty {
        id: text("id"),
        duty: text("duty"),
        state,
        detail,
        source: source.join(", "),
        ended: end.filter(|end| *end < site.view.now),
        certainty: text("certainty"),
    }
}

fn plain(node: &Node) -> Option<&str> {
    match &node.value {
        NodeValue::Scalar { text, .. } | NodeValue::Cell(text) => Some(text),
        _ => None,
    }
}

fn email(owner: &Owner) -> Option<&str> {
    owner.email.as_ref().map(|email| email.as_str())
}

/// What is seen of a duty that names `check`.
fn seen(site: &Site, codes: &BTreeSet<&str>, check: &str) -> Seen {
    let config = &site.config;
    let owner = config.owner.as_ref();
    let has = |part: fn(&Owner) -> Option<&str>| is_told(owner.and_then(part));
    let met = |is_met: bool, vi: &'static str, en: &'static str| match is_met {
        true => (State::Met, NOTHING),
        false => (State::Unmet, Words { vi, en }),
    };
    let accepted = accepted(site);
    let none_of = |unwanted: &[&str], vi: &'static str, en: &'static str| {
        let any = |codes: &BTreeSet<&str>| unwanted.iter().any(|code| codes.contains(code));
        match any(codes) {
            false if any(&accepted) => (State::Undecided, ACCEPTED),
            found => met(!found, vi, en),
        }
    };
    match check {
        "search" => met(
            config.search != Some(false),
            "ô tìm kiếm đã tắt trong site.yaml",
            "search is switched off in site.yaml",
        ),
        "contact" => met(
            has(|owner| owner.person.as_deref())
                && (has(|owner| owner.phone.as_deref()) || has(email)),
            "site.yaml chưa có owner với person và phone hoặc email",
            "site.yaml has no owner with person and phone or email",
        ),
        "footer" => met(
            [
                has(|owner| owner.agency.as_deref()),
                has(|owner| owner.person.as_deref()),
                has(|owner| owner.address.as_deref()),
                has(|owner| owner.phone.as_deref()),
                has(email),
            ]
            .into_iter()
            .all(|given| given),
            "site.yaml chưa có đủ owner: agency, person, address, phone, email",
            "site.yaml lacks a part of owner: agency, person, address, phone, email",
        ),
        "documents" => documents(site),
        "signed" => signed(site),
        "plans" => met(
            site.of_kind("plan").next().is_some() && !site.data.results.is_empty(),
            "chưa có kế hoạch nào, hoặc bảng results chưa có kết quả",
            "there is no plan, or the table of results is empty",
        ),
        "guidance" => met(
            site.of_kind("lesson").next().is_some(),
            "chưa có bài học nào",
            "there is no lesson",
        ),
        "links" => met(
            config.official_platform.is_some(),
            "site.yaml chưa có official_platform",
            "site.yaml has no official_platform",
        ),
        "english" => met(
            site.langs.iter().any(|lang| lang == "en"),
            "chưa có trang nào bằng tiếng Anh",
            "there is no page in English",
        ),
        "open-data" => open_data(site),
        // Every site has both: the page and sitemap.xml.
        "site-map" => (State::Met, NOTHING),
        "contrast" => none_of(
            &["low-contrast"],
            "giao diện có màu quá gần nhau",
            "the theme has colours that are too close",
        ),
        "alternatives" => none_of(
            &["missing-alt", "file-name-alt", "media-without-transcript"],
            "có hình, phim hoặc ghi âm thiếu lời",
            "a picture or a recording lacks words",
        ),
        "link-text" => none_of(
            &["vague-link", "empty-link", "same-link-text"],
            "có liên kết mà chữ không nói dẫn tới đâu",
            "a link does not say where it leads",
        ),
        "headings" => match none_of(
            &["heading-jump", "second-h1"],
            "có đề mục sai cấp",
            "a heading has the wrong level",
        ) {
            (State::Met, _) => (State::Undecided, BOLD),
            seen => seen,
        },
        "unicode" => none_of(
            &["not-utf8", "legacy-text"],
            "có tệp chưa phải chữ Unicode",
            "a file is not Unicode text",
        ),
        "personal-data" => personal(codes),
        "ai-label" => ai_label(site),
        "source-line" => met(
            config.source_line.is_some(),
            "site.yaml chưa có source_line",
            "site.yaml has no source_line",
        ),
        "domain" => met(
            host(&config.base_url()).ends_with(".gov.vn"),
            "base_url không phải tên miền .gov.vn",
            "base_url is no name below .gov.vn",
        ),
        _ => (
            State::Undecided,
            Words {
                vi: "bảng laws ghi một check mà loa không biết",
                en: "the table names a check that loa does not know",
            },
        ),
    }
}

const BOLD: Words = Words {
    vi: "không thấy đề mục sai cấp; chữ đậm đứng thay đề mục thì cần người xem",
    en: "no heading has the wrong level; bold words in the place of headings are for people",
};

/// The codes that editors have accepted somewhere.
fn accepted(site: &Site) -> BTreeSet<&str> {
    let documents = site.acknowledging.iter();
    let documents = documents.flat_map(|&doc| &site.documents[doc].meta.acknowledge);
    let documents = documents.map(|entry| entry.code.as_str());
    let tables = site.data.accepted.iter().map(|row| row.code.as_str());
    documents.chain(tables).collect()
}

/// Whether a part of the owner is told, and not only a sign for what is to come: "…", "[tên cơ quan]".
fn is_told(part: Option<&str>) -> bool {
    part.is_some_and(|text| text.contains(char::is_alphanumeric) && !text.trim().starts_with('['))
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or(rest)
}

/// Every plan tells its number and day and has its original at hand. From which day it is in force no plan says in its metadata.
fn documents(site: &Site) -> Seen {
    let mut plans = plans(site).peekable();
    if plans.peek().is_none() {
        return (State::Undecided, NO_PLAN);
    }
    let is_whole = |plan: &crate::kind::plan::Plan| {
        let original = plan.original.as_ref();
        plan.number.is_some()
            && plan.issued.is_some()
            && original.is_some_and(|original| original.file.is_some() || original.url.is_some())
    };
    if plans.all(is_whole) {
        let detail = Words {
            vi: "còn phải xem ngày có hiệu lực",
            en: "the day from which each is in force remains to be seen",
        };
        return (State::Undecided, detail);
    }
    let detail = Words {
        vi: "có kế hoạch thiếu number, issued hoặc original (bản gốc để tải về)",
        en: "a plan lacks number, issued or original (to download)",
    };
    (State::Unmet, detail)
}

fn signed(site: &Site) -> Seen {
    let mut plans = plans(site).peekable();
    if plans.peek().is_none() {
        return (State::Undecided, NO_PLAN);
    }
    if plans.all(|plan| plan.digital_signature.is_some()) {
        return (State::Met, NOTHING);
    }
    let detail = Words {
        vi: "có kế hoạch chưa ghi digital_signature",
        en: "a plan has no digital_signature",
    };
    (State::Unmet, detail)
}

fn plans(site: &Site) -> impl Iterator<Item = &crate::kind::plan::Plan> {
    site.documents
        .iter()
        .filter_map(|document| match &document.kind {
            Kind::Plan(plan) if document.path.lang.is_none() => Some(plan.as_ref()),
            _ => None,
        })
}

/// What is found is a breach; that nothing is found proves little.
fn personal(codes: &BTreeSet<&str>) -> Seen {
    if ["identity-number", "bank-account", "private-phone"]
        .iter()
        .any(|code| codes.contains(code))
    {
        let detail = Words {
            vi: "có số căn cước, tài khoản hoặc điện thoại riêng trong trang",
            en: "a page holds an identity number, an account or a private telephone",
        };
        return (State::Unmet, detail);
    }
    let detail = Words {
        vi: "không thấy số căn cước, tài khoản hay điện thoại riêng; còn lại cần người xem",
        en: "no identity number, account or private telephone was found; the rest is for people",
    };
    (State::Undecided, detail)
}

/// Files in open formats are made of every table; under what terms they may be used the site says.
fn open_data(site: &Site) -> Seen {
    if site.config.data_licences.is_empty() {
        let detail = Words {
            vi: "site.yaml chưa nêu data_licences",
            en: "site.yaml names no data_licences",
        };
        return (State::Unmet, detail);
    }
    let detail = Words {
        vi: "có tệp CSV, JSON và giấy phép; đầy đủ và mới hay không thì cần người xem",
        en: "there are CSV and JSON files and a licence; whether they are complete and new is for people",
    };
    (State::Undecided, detail)
}

fn ai_label(site: &Site) -> Seen {
    let labelled = site
        .documents
        .iter()
        .any(|document| document.meta.made_with_ai == Some(true));
    if site.config.made_with_ai || labelled {
        return (State::Met, NOTHING);
    }
    let detail = Words {
        vi: "chưa trang nào khai made_with_ai; nếu có dùng thì phải khai",
        en: "no page says made_with_ai; it has to where it is so",
    };
    (State::Undecided, detail)
}

impl State {
    fn words(self) -> Words {
        match self {
            Self::Met => Words {
                vi: "đạt",
                en: "met",
            },
            Self::Unmet => Words {
                vi: "chưa đạt",
                en: "not met",
            },
            Self::Undecided => Words {
                vi: "chưa rõ",
                en: "not known",
            },
        }
    }
}

impl Duty {
    /// The duty in one line: state, what is asked for, the law, what is missing.
    pub fn line(&self, lang: Lang) -> String {
        let state = self.state.words().in_lang(lang);
        let ended = self.ended.map_or_else(String::new, |end| match lang {
            Lang::Vi => format!(", hết hiệu lực sau {}", end.short()),
            Lang::En => format!(", not in force after {}", end.iso()),
        });
        let sure = match lang {
            Lang::Vi => "mức chắc chắn",
            Lang::En => "certainty",
        };
        let detail = self.detail.in_lang(lang);
        let dash = if detail.is_empty() { "" } else { " — " };
        format!(
            "[{state}] {} ({}{ended}; {sure}: {}){dash}{detail}",
            self.duty,
            self.source,
            self.sure(lang)
        )
    }

    /// How sure the table is, in `lang` where it is one of its three words.
    fn sure(&self, lang: Lang) -> &str {
        match (lang, self.certainty.as_str()) {
            (Lang::En, "cao") => "high",
            (Lang::En, "vừa") => "medium",
            (Lang::En, "thấp") => "low",
            (_, own) => own,
        }
    }

    /// The same for machines.
    pub fn json(&self, lang: Lang) -> Value {
        let state = match self.state {
            State::Met => "met",
            State::Unmet => "unmet",
            State::Undecided => "undecided",
        };
        json!({
            "duty": self.id,
            "state": state,
            "text": self.duty,
            "source": self.source,
            "ended": self.ended.map(Date::iso),
            "certainty": self.sure(lang),
            "detail": self.detail.in_lang(lang),
        })
    }
}
