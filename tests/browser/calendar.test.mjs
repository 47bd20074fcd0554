// Calendars as others read them: two independent parsers (Python's icalendar, ical.js) see the same in every file, of the campaign
// and of a site of 200 events in 34 places and three years, with cancelled, moved and multi-day ones.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import assert from "node:assert/strict";
import ICAL from "ical.js";
import { golden, lasting, rows } from "./golden.mjs";
import { OUTPUT, files } from "./site.mjs";

const folder = mkdtempSync(join(tmpdir(), "loa-calendar-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What Python's icalendar reads from `paths`: entries by file, and its complaints. */
function byPython(paths) {
  const program = `
import json, sys, icalendar
def shown(value):
    value = value.dt
    if not hasattr(value, "hour"): return value.strftime("%Y-%m-%d")
    return value.strftime("%Y-%m-%dT%H:%M:%SZ")
def days_out(entry):
    out = entry.get("EXDATE", [])
    return [day.dt.strftime("%Y-%m-%d") for some in (out if isinstance(out, list) else [out]) for day in some.dts]
found = {}
for path in json.load(sys.stdin):
    with open(path, "rb") as file: calendar = icalendar.Calendar.from_ical(file.read())
    assert not calendar.errors, (path, calendar.errors)
    entries = []
    for entry in calendar.walk("VEVENT"):
        assert not entry.errors, (path, entry.errors)
        rule = entry.get("RRULE")
        entries.append([str(entry["UID"]), str(entry["SUMMARY"]), shown(entry["DTSTART"]),
            shown(entry["DTEND"]) if "DTEND" in entry else None, str(entry.get("STATUS", "")), int(entry["SEQUENCE"]),
            str(entry.get("LOCATION", "")), str(entry["DESCRIPTION"]), shown(entry["DTSTAMP"]), bool(rule), str(entry["URL"]),
            str(entry.get("TRANSP", "")), str(entry.get("CONFERENCE", "")),
            shown(entry["LAST-MODIFIED"]) if "LAST-MODIFIED" in entry else None, days_out(entry)])
    found[path] = entries
json.dump(found, sys.stdout)`;
  const input = JSON.stringify(paths);
  return JSON.parse(execFileSync(process.env.LOA_PYTHON, ["-W", "error", "-c", program], { input, encoding: "utf8", maxBuffer: 1 << 28 }));
}

/** The same read by ical.js. */
function byScript(path) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  const shown = (time) => time && time.toString();
  return calendar.getAllSubcomponents("vevent").map((entry) => {
    const value = (name) => entry.getFirstPropertyValue(name);
    return [
      value("uid"), value("summary"), shown(value("dtstart")), shown(value("dtend")) ?? null, value("status") ?? "",
      value("sequence"), value("location") ?? "", value("description"), shown(value("dtstamp")), Boolean(value("rrule")), value("url"),
      value("transp") ?? "", value("conference") ?? "", shown(value("last-modified")) ?? null,
      entry.getAllProperties("exdate").map((property) => shown(property.getFirstValue())),
    ];
  });
}

/** Every calendar below `output`, read alike by both; the entries by file. */
function read(output, names) {
  const paths = names.filter((name) => name.endsWith(".ics")).map((name) => join(output, name));
  assert.ok(paths.length > 5);
  for (const path of paths) {
    const bytes = readFileSync(path);
    // RFC 5545, section 3.1: lines end with CRLF and have at most 75 octets; no character is cut.
    const lines = bytes.toString("latin1").split("\r\n");
    assert.ok(lines.every((line) => line.length <= 75 && !line.includes("\n")), path);
    // … and no control character stands in a text.
    assert.ok(!/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(lines.join("")), path);
    for (const line of lines) new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(line, "latin1"));
  }
  const python = byPython(paths);
  for (const path of paths) assert.deepEqual(byScript(path), python[path], path);
  return Object.fromEntries(paths.map((path, at) => [names.filter((name) => name.endsWith(".ics"))[at], python[path]]));
}

test("two parsers agree on every calendar of the campaign", () => {
  const calendars = read(OUTPUT, files());
  const uids = calendars["su-kien/lich.ics"].map(([uid]) => uid);
  assert.equal(new Set(uids).size, uids.length);
  // A rule is told as a rule, in whole days with the day after as their end.
  for (const [, , start, end, , , , , , rule] of calendars["su-kien/lich.ics"]) {
    assert.ok(rule);
    assert.equal(new Date(end) - new Date(start), 24 * 3600 * 1000);
  }
});

const made = {};

/** Every calendar of the golden site, as it was first and after its changes. */
function calendars(change) {
  const name = change ? "changed" : "first";
  if (!made[name]) {
    const output = golden(join(folder, name), { change });
    made[name] = read(output, files(output));
  }
  return made[name];
}

test("two parsers agree on 200 events, which keep their identity when they move", () => {
  const first = calendars(false);
  const all = first["su-kien/lich.ics"];
  const days = all.filter(([, , start, end]) => start.length === 10 && end.length === 10);
  assert.ok(days.length > 20 && days.every(([, , start, end]) => new Date(end) > new Date(start)));
  assert.ok(["CANCELLED", "CONFIRMED", "TENTATIVE"].every((status) => all.some((entry) => entry[4] === status)));
  // What is online is nowhere else; the yearly day begins after the years that have a programme.
  const online = all.filter((entry) => entry[12]);
  assert.ok(online.length > 20 && online.every((entry) => entry[6] === "trực tuyến"));
  const [rule, ...rules] = all.filter((entry) => entry[9]);
  assert.deepEqual([rules.length, rule[2], rule[14]], [0, "2029-10-10", []]);
  const places = Object.keys(first).filter((name) => name.startsWith("dia-phuong/"));
  assert.equal(places.length, 34);
  assert.equal(places.flatMap((name) => first[name]).length, all.length);
  const moved = calendars(true)["su-kien/lich.ics"];
  assert.deepEqual(moved.map(([uid]) => uid), all.map(([uid]) => uid));
  const entry = (entries) => entries.find(([uid]) => uid.includes("su-kien-9."));
  assert.notEqual(entry(moved)[2], entry(all)[2]);
});

/** The first moment of a day `10/10/2026` in Viet Nam, or of an hour of it. */
const there = (day, hour = "00:00") => Date.parse(`${day.split("/").reverse().join("-")}T${hour}:00+07:00`);
/** What a calendar's time stands for in Viet Nam: a day begins there. */
const moment = (time) => (time.length === 10 ? Date.parse(`${time}T00:00:00+07:00`) : Date.parse(time));
const DAY = 24 * 3600 * 1000;

test("every entry begins when its row says and covers it to its end", () => {
  const entries = calendars(false)["su-kien/lich.ics"];
  let several = 0;
  // How calendars know each of the rows of an event with several.
  const parts = { "Buổi chiều": "#buoi-chieu", "Khai mạc hội": "#khai-mac-hoi", "Hội thi hỏi đáp": "#hoi-thi-hoi-dap", "Trao giải hội thi": "#trao-giai-hoi-thi" };
  for (const row of [...rows(), ...lasting()]) {
    const part = row.session_id ? `#~${row.session_id}` : (parts[row.session] ?? "");
    const [, , start, end] = entries.find(([uid]) => uid === `su-kien/${row.event}.md${part}@loa`);
    assert.equal(moment(start), there(row.date, row.from || undefined), row.event);
    assert.equal(start.length === 10, !row.from, row.event);
    const last = row.end_date || row.date;
    if (row.to) assert.equal(moment(end), there(last, row.to), row.event);
    else if (row.end_date || !row.from) assert.equal(moment(end), there(last) + DAY, row.event);
    else assert.equal(end, null, row.event);
    several += row.end_date ? 1 : 0;
  }
  assert.ok(several > 20);
});

test("another name, another address, another order of rows and a row more change no identity", () => {
  const output = golden(join(folder, "other"), { other: true });
  const entries = read(output, files(output))["su-kien/lich.ics"];
  const [own, others] = [calendars(false)["su-kien/lich.ics"], new Map(entries.map((entry) => [entry[0], entry]))];
  assert.equal(others.size, own.length + 1);
  for (const [uid, summary, start, end] of own) assert.deepEqual(others.get(uid)?.slice(1, 4), [summary, start, end], uid);
});

test("three days without hours end before the fourth, and of three evenings one is called off", () => {
  const entries = (change) => calendars(change)["su-kien/lich.ics"];
  const of = (all, name) => all.filter(([uid]) => uid.startsWith(`su-kien/${name}.md`));
  const first = entries(false);
  assert.deepEqual(of(first, "trien-lam").map((entry) => entry.slice(2, 5)), [["2028-10-09", "2028-10-12", "CONFIRMED"]]);
  const hours = (entry) => entry.slice(2, 6);
  assert.deepEqual(of(first, "lop-ba-toi").map(hours), [
    ["2028-10-07T12:00:00Z", "2028-10-07T13:30:00Z", "TENTATIVE", 0],
    ["2028-10-14T12:00:00Z", "2028-10-14T13:30:00Z", "TENTATIVE", 0],
    ["2028-10-21T12:00:00Z", "2028-10-21T13:30:00Z", "TENTATIVE", 0],
  ]);
  const later = of(entries(true), "lop-ba-toi");
  assert.deepEqual(later.map(([uid]) => uid), of(first, "lop-ba-toi").map(([uid]) => uid));
  assert.deepEqual(later.map((entry) => [entry[4], entry[5]]), [["TENTATIVE", 1], ["TENTATIVE", 1], ["CANCELLED", 1]]);
  assert.match(later[2][1], /^\[Hủy\] /);
});

test("nothing is said to have changed that nobody said", () => {
  calendars(true);
  const text = readFileSync(join(folder, "changed/public-2026-10-10/su-kien/lich.ics"), "utf8").replaceAll("\r\n ", "");
  for (const entry of text.split("BEGIN:VEVENT").slice(1)) {
    assert.equal(entry.includes("LAST-MODIFIED"), !entry.includes("SEQUENCE:0"), entry);
  }
});
