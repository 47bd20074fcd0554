//! A whole year, day by day: what is coming, now and past on each.

use loa::session::Options;
use loa::site::View;
use loa::text::dates::Date;

use crate::support::{build, options};

const EVENTS: &str = "event,title,description,date,end_date,from,to,status\n\
    mot,Một,B,10/10/2026,,07:30,11:00,planned\n\
    nhieu,Nhiều,B,28/02/2026,02/03/2026,,,planned\n\
    tet,Giao thừa,B,31/12/2026,,,,planned\n";

/// What stands under each state on `day`, by title.
fn shown(day: Date) -> [Vec<String>; 3] {
    let files = [
        ("content/data/events.csv", EVENTS),
        (
            "content/su-kien/_index.md",
            "---\ntitle: Lịch\ndescription: B\ntemplate: schedule.html\n---\n",
        ),
        (
            "themes/bare/templates/schedule.html",
            "{% for state in [\"coming\", \"now\", \"past\"] %}{% for s in page.schedule[state] %}{{ s.title }},{% endfor %}\n{% endfor %}",
        ),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    let view = View {
        now: day,
        ..options().view
    };
    let built = build(&files, &Options { view, ..options() });
    let page = &built.outputs["su-kien/index.html"];
    let mut lines = page.lines();
    [(); 3].map(|()| {
        let line = lines.next().unwrap_or_default();
        let titles = line.split(',').filter(|title| !title.is_empty());
        titles.map(str::to_owned).collect()
    })
}

#[test]
fn every_day_of_a_year_shows_the_right_events() {
    let events = [
        ("Nhiều", "2026-02-28", "2026-03-02"),
        ("Một", "2026-10-10", "2026-10-10"),
        ("Giao thừa", "2026-12-31", "2026-12-31"),
    ];
    let mut day = Date::parse("2026-01-01").unwrap();
    let last = Date::parse("2027-01-01").unwrap();
    let mut days = 0;
    while day <= last {
        let wanted = |state: &str| -> Vec<String> {
            let here = events.iter().filter(|(_, start, end)| {
                let (start, end) = (Date::parse(start).unwrap(), Date::parse(end).unwrap());
                let now = if start > day {
                    "coming"
                } else if end < day {
                    "past"
                } else {
                    "now"
                };
                now == state
            });
            here.map(|(title, ..)| (*title).to_owned()).collect()
        };
        let [coming, now, past] = shown(day);
        assert_eq!(coming, wanted("coming"), "{}", day.iso());
        assert_eq!(now, wanted("now"), "{}", day.iso());
        assert_eq!(past, wanted("past"), "{}", day.iso());
        day = day.tomorrow().unwrap();
        days += 1;
    }
    assert_eq!(days, 366);
}
