//! The filters that loa adds to Tera's own. Dates take the language of the page being rendered.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tera::{Error, Kwargs, Map, State, Tera, TeraResult, Value};

use crate::diag::Lang;
use crate::parse::clause::{roman, to_roman};
use crate::text::dates::{Date, Moment};
use crate::text::phone;
use crate::text::slug::slug;

/// Adds every filter to `tera`.
pub fn register(tera: &mut Tera) {
    tera.register_filter("date", date);
    tera.register_filter("long_date", long_date);
    tera.register_filter("time", time);
    tera.register_filter("fill", fill);
    tera.register_filter("clause", clause);
    tera.register_filter("phones", phones);
    tera.register_filter("percent", percent);
    tera.register_filter("slug", |text: &str, _: Kwargs, _: &State| slug(text));
}

/// A text as part of an address, such as the subject of a letter (RFC 6068, section 5): all but letters and figures of ASCII is encoded.
fn percent(text: &str, _: Kwargs, _: &State) -> String {
    // A letter has lines that end as in mail.
    let text = text.replace('\n', "\r\n");
    utf8_percent_encode(&text, NON_ALPHANUMERIC).to_string()
}

/// A cell with telephone numbers in its parts: `text`, and `tel` for what is a number (RFC 3966, as `tel:` takes it).
fn phones(text: &str, _: Kwargs, _: &State) -> Value {
    let part = |text: &str, tel: Option<String>| {
        let mut part = Map::new();
        part.insert("text".into(), text.into());
        part.insert("tel".into(), tel.into());
        Value::from(part)
    };
    let mut parts = Vec::new();
    let mut at = 0;
    for found in phone::numbers(text) {
        if at < found.start {
            parts.push(part(&text[at..found.start], None));
        }
        at = found.end;
        let number = &text[found];
        parts.push(part(number, Some(phone::dialled(number))));
    }
    // A short number, such as those of an emergency, stands alone.
    let rest = &text[at..];
    let dialled = Some(phone::dialled(rest)).filter(|_| at == 0 && phone::is_short(rest));
    if !rest.is_empty() {
        parts.push(part(rest, dialled));
    }
    parts.into()
}

/// The address of a clause as people write it: `iii.4.dd` as "III.4.đ", `pl1.i.2` as "Phụ lục I, I.2".
fn clause(address: &str, _: Kwargs, _: &State) -> String {
    let mut parts = address.split('.');
    let first = parts.next().unwrap_or("");
    let appendix = first
        .strip_prefix("pl")
        .and_then(|number| number.parse().ok());
    let rest = parts.map(|part| match part {
        "dd" => "đ".to_owned(),
        part if appendix.is_some() && roman(&part.to_uppercase()).is_some() => part.to_uppercase(),
        part => part.to_owned(),
    });
    match appendix {
        Some(number) => {
            let rest: Vec<String> = rest.collect();
            let comma = if rest.is_empty() { "" } else { ", " };
            format!("Phụ lục {}{comma}{}", to_roman(number), rest.join("."))
        }
        None => rest.fold(first.to_uppercase(), |out, part| out + "." + &part),
    }
}

fn moment(text: &str) -> TeraResult<Moment> {
    Moment::parse(text).map_err(|_| Error::message(format!("“{text}” is not a date")))
}

/// `2025-06-13` as "13/6/2025".
fn date(text: &str, _: Kwargs, _: &State) -> TeraResult<String> {
    Ok(moment(text)?.date.short())
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "the signature that Tera calls"
)]
/// `2025-06-13` with its weekday, in the page's language; with `inside=true` as it stands inside a sentence.
fn long_date(text: &str, how: Kwargs, state: &State) -> TeraResult<String> {
    let lang: Option<String> = state.get("lang")?;
    let lang = if lang.as_deref() == Some("en") {
        Lang::En
    } else {
        Lang::Vi
    };
    let date: Date = moment(text)?.date;
    Ok(match how.get("inside")? {
        Some(true) => date.long_inside(lang),
        _ => date.long(lang),
    })
}

/// `2026-10-10T07:30` as "07:30".
fn time(text: &str, _: Kwargs, _: &State) -> TeraResult<String> {
    Ok(moment(text)?.clock())
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "the signature that Tera calls"
)]
/// A text of the interface with its `{places}` filled.
fn fill(text: &str, values: Kwargs, _: &State) -> String {
    let mut out = text.to_owned();
    for (name, value) in values.iter() {
        if let Some(name) = name.as_str() {
            out = out.replace(&format!("{{{name}}}"), &plain(value));
        }
    }
    out
}

fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tera::Context;

    fn rendered(template: &str, lang: &str) -> String {
        let mut tera = Tera::default();
        register(&mut tera);
        let mut context = Context::new();
        context.insert("lang", lang);
        tera.render_str(template, &context, false).unwrap()
    }

    #[test]
    fn dates_follow_the_page() {
        assert_eq!(rendered("{{ '2025-06-13' | date }}", "vi"), "13/6/2025");
        assert_eq!(
            rendered("{{ '2026-10-10' | long_date }}", "vi"),
            "Thứ Bảy, 10/10/2026"
        );
        assert_eq!(
            rendered("{{ '2026-10-10' | long_date }}", "en"),
            "Saturday 10 October 2026"
        );
        assert_eq!(rendered("{{ '2026-10-10T07:30' | time }}", "vi"), "07:30");
    }

    #[test]
    fn addresses_are_written_as_labels() {
        for (address, written) in [
            ("iii.4.dd", "III.4.đ"),
            ("vi.2-1", "VI.2-1"),
            ("pl2", "Phụ lục II"),
            ("pl1.i.2", "Phụ lục I, I.2"),
        ] {
            assert_eq!(
                rendered(&format!("{{{{ '{address}' | clause }}}}"), "vi"),
                written
            );
        }
    }

    #[test]
    fn each_telephone_number_is_a_link_of_its_own() {
        let shown = |text: &str| {
            let template = "{% for x in '".to_owned()
                + text
                + "' | phones %}[{{ x.text }}|{{ x.tel }}]{% endfor %}";
            rendered(&template, "vi")
        };
        assert_eq!(
            shown("0912 345 678 – 0903.111.222 (giờ hành chính)"),
            "[0912 345 678|0912345678][ – |][0903.111.222|0903111222][ (giờ hành chính)|]"
        );
        assert_eq!(shown("113"), "[113|113]");
        assert_eq!(shown("hỏi tổ 3"), "[hỏi tổ 3|]");
    }

    #[test]
    fn a_letter_keeps_its_marks_and_lines() {
        assert_eq!(
            rendered("{{ 'Sửa\n& a#b' | percent }}", "vi"),
            "S%E1%BB%ADa%0D%0A%26%20a%23b"
        );
    }

    #[test]
    fn places_are_filled() {
        assert_eq!(rendered("{{ 'Bước {n}' | fill(n=3) }}", "vi"), "Bước 3");
    }
}
