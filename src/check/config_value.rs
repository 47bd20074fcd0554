//! A value of the configuration that has the right type and still cannot be meant.

use crate::diag::{Diagnostic, Words};
use crate::record::Spanned;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "config-value", Error,
    "“{value}” không phải là {expected}" => "“{value}” is not {expected}",
    help "sửa giá trị này trong site.yaml" => "change this value in site.yaml",
    what "Một giá trị trong site.yaml đúng kiểu nhưng không dùng được." => "A value in site.yaml has the right type and still cannot be used.",
    why "Địa chỉ hay mã ngôn ngữ sai sẽ sai trên mọi trang." => "A wrong address or language code is wrong on every page.",
    wrong [
        "-- content/site.yaml --",
        "title: Trang xã",
        "description: Trang của xã",
        "theme: bare",
        "base_url: xa-a.gov.vn",
    ],
    right [
        "-- content/site.yaml --",
        "title: Trang xã",
        "description: Trang của xã",
        "theme: bare",
        "base_url: https://xa-a.gov.vn/",
    ],
);

const URL: Words = Words {
    vi: "một địa chỉ đầy đủ như https://ten.tinh.gov.vn/",
    en: "a full address such as https://name.province.gov.vn/",
};
const LANGUAGE: Words = Words {
    vi: "một mã ngôn ngữ như vi, en, km",
    en: "a language code such as vi, en, km",
};

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let config = &site.config;
    let mut refuse = |value: &Spanned<String>, expected: Words| {
        faults.push(
            Diagnostic::new(&RULE, value.span)
                .with("value", value.value.clone())
                .with_words("expected", expected),
        );
    };
    for url in config.base_url.iter().filter(|url| !is_url(url)) {
        refuse(url, URL);
    }
    let languages = config.lang.iter().chain(&config.languages);
    for lang in languages.filter(|lang| !is_language(lang)) {
        refuse(lang, LANGUAGE);
    }
}

fn is_url(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty() && !rest.starts_with('/') && !rest.contains(char::is_whitespace)
    })
}

/// A code of ISO 639, the form in which HTML and file names take it.
fn is_language(text: &str) -> bool {
    (2..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase())
}
