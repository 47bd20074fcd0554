//! A whole year, day by day: what is coming, now and past on each.

use loa::session::Options;
use loa::site::View;
use loa::text::dates::Date;

use crate::support::{build, options};

const EVENTS: &str = "event,title,description,series,date,end_date,from,to,session,status,changed_at,changed\n\
    mot,Một,B,s,10/10/2026,,07:30,11:00,,planned,,\n\
    nhieu,Nhiều,B,,28/02/2026,02/03/2026,,,,planned,,\n\
    huy,Hủy,B,,01/06/2026,,19:00,21:00,,cancelled,2026-05-20,hủy\n\
    dem,Qua đêm,B,,30/06/2026,01/07/2026,22:00,02:00,,confirmed,,\n\
    lop,Lớp,B,,01/08/2026,,07:30,09:00,một,planned,,\n\
    lop,,,,08/08/2026,,23:30,,hai,planned,,\n\
    lop,,,,15/08/2026,,07:30,,ba,cancelled,2026-07-01,bỏ buổi cuối\n\
    keo,Kéo dài,B,s,10/10/2026,12/10/2026,09:00,,,confirmed,,\n\
    tet,Giao thừa,B,,31/12/2026,,,,,planned,,\n";

/// What stands on the pages of one day.
struct Shown {
    /// What is coming, now and past, by title.
    states: [Vec<String>; 3],
    /// The next day of the yearly rule, with the programme that is known for it.
    next: String,
    /// Where the session of 10/10, and each of the three days of what begins with it, stands in the programme, and whether that says that
    /// it is over.
    session: String,
}

fn shown(day: Date) -> Shown {
    let files = [
        ("content/data/events.csv", EVENTS),
        (
            "content/su-kien/_index.md",
            "---\ntitle: Lịch\ndescription: B\ntemplate: schedule.html\n---\n",
        ),
        (
            "themes/bare/templates/schedule.html",
            "{% for state in [\"coming\", \"now\", \"past\"] %}{% for s in page.schedule[state] %}{{ s.title }},{% endfor %}\n{% endfor %}{% set x = page.schedule.nexts[0] %}{{ x.date }} {{ x.programme }}",
        ),
        (
            "themes/bare/templates/programme.html",
            "{% for d in page.by_place[0].days %}{% for x in d.lines %}{{ x.state }} {% endfor %}{% endfor %}{{ page.over.gone }}",
        ),
        (
            "content/su-kien/s.md",
            "---\ntitle: S\ndescription: B\nseries: {id: s, name: S}\nrule: {printed: hằng năm, yearly: 10/10}\n---\n",
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
    let states = [(); 3].map(|()| {
        let line = lines.next().unwrap_or_default();
        let titles = line.split(',').filter(|title| !title.is_empty());
        titles.map(str::to_owned).collect()
    });
    Shown {
        states,
        next: lines.next().unwrap_or_default().to_owned(),
        session: built.outputs["su-kien/s/2026/index.html"].clone(),
    }
}

#[test]
fn every_day_of_a_year_shows_the_right_events() {
    let events = [
        ("Nhiều", "2026-02-28", "2026-03-02"),
        ("Hủy", "2026-06-01", "2026-06-01"),
        ("Qua đêm", "2026-06-30", "2026-07-01"),
        ("Lớp", "2026-08-01", "2026-08-08"),
        ("Một", "2026-10-10", "2026-10-10"),
        ("Kéo dài", "2026-10-10", "2026-10-12"),
        ("Giao thừa", "2026-12-31", "2026-12-31"),
    ];
    let mut day = Date::parse("2026-01-01").unwrap();
    let last = Date::parse("2027-01-01").unwrap();
    let mut days = 0;
    while day <= last {
        let wanted = |state: &str| -> Vec<String> {
            let here = events.iter().filter(|(title, start, end)| {
                let (start, end) = (Date::parse(start).unwrap(), Date::parse(end).unwrap());
                // The class is held on two days and on none between.
                let between = *title == "Lớp" && start < day && day < end;
                let now = if start > day || between {
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
        let on = day.iso();
        let shown = shown(day);
        let [coming, now, mut past] = shown.states;
        // What was last comes first.
        past.reverse();
        assert_eq!(coming, wanted("coming"), "{on}");
        assert_eq!(now, wanted("now"), "{on}");
        assert_eq!(past, wanted("past"), "{on}");
        let next = if on.as_str() <= "2026-10-10" {
            "2026-10-10 /su-kien/s/2026/"
        } else {
            "2027-10-10"
        };
        let session = match on.as_str() {
            day if day < "2026-10-10" => "coming coming coming coming false",
            "2026-10-10" => "now now coming coming false",
            "2026-10-11" => "past past now coming false",
            "2026-10-12" => "past past past now false",
            _ => "past past past past true",
        };
        assert_eq!(shown.next.trim(), next, "{on}");
        assert_eq!(shown.session, session, "{on}");
        day = day.tomorrow().unwrap();
        days += 1;
    }
    assert_eq!(days, 366);
}
