// Calendars as others read them: two independent parsers (Python's icalendar, ical.js) see the same in every file, of the campaign
// and of a site of 200 events in 34 places and three years, with cancelled, moved and multi-day ones.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import assert from "node:assert/strict";
import ICAL from "ical.js";
import { OUTPUT, files } from "./site.mjs";

const LOA = process.env.LOA_PROGRAM;
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
            str(entry.get("LOCATION", "")), str(entry["DESCRIPTION"]), shown(entry["DTSTAMP"]), bool(rule)])
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
      value("sequence"), value("location") ?? "", value("description"), shown(value("dtstamp")), Boolean(value("rrule")),
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

/** A site of 200 events from one table: 34 places, three years, every status, sessions, several days. */
function golden(change) {
  const root = join(folder, change ? "changed" : "first");
  const content = join(root, "content");
  mkdirSync(join(content, "data"), { recursive: true });
  mkdirSync(join(content, "dia-phuong"));
  writeFileSync(join(content, "site.yaml"), "title: Trang thử\ndescription: Trang để thử\nbase_url: https://thu.example/\n");
  writeFileSync(join(content, "_index.md"), "---\ntitle: Trang thử\ndescription: Trang để thử\n---\n");
  for (let at = 0; at < 34; at++) {
    const page = `---\ntitle: Tỉnh ${at}\ndescription: Một tỉnh\nfull_name: Tỉnh số ${at}\nunit: tỉnh\nlevel: province\n---\n`;
    writeFileSync(join(content, "dia-phuong", `tinh-${at}.md`), page);
  }
  const head = "event,title,description,series,place,date,end_date,from,to,session,venue,address,status,changed_at,changed,changed_from,contact";
  const statuses = ["planned", "confirmed", "cancelled", "moved", "postponed", "online"];
  const rows = [head];
  for (let at = 0; at < 200; at++) {
    const year = 2025 + (at % 3);
    const status = statuses[at % statuses.length];
    const day = String(1 + (at % 28)).padStart(2, "0");
    const moved = change && at === 9;
    const event = [
      `su-kien-${at}`, `"Buổi học, số ${at}; “chợ số”"`, `Một buổi học ở tỉnh ${at % 34}`, "ngay-10-10", `tinh-${at % 34}`,
      moved ? "25/10/2025" : `${day}/10/${year}`, at % 7 === 0 ? `${day}/11/${year}` : "", at % 5 ? "07:30" : "", at % 5 && at % 7 ? "11:00" : "",
      "", `Nhà văn hóa ấp ${at}`, "\"Ấp 1, xã A\"", status, status === "moved" || moved ? "2025-09-01" : "", status === "moved" || moved ? "đổi giờ" : "", "", "Chị Lan",
    ];
    rows.push(event.join(","));
    if (at % 10 === 1) {
      rows.push(event.map((cell, column) => (column === 0 || column === 4 || column === 5 ? cell : { 7: "14:00", 8: "16:00", 9: "Buổi chiều", 10: "Sân xã", 12: status }[column] ?? "")).join(","));
    }
  }
  writeFileSync(join(content, "data", "events.csv"), rows.join("\r\n") + "\r\n");
  const output = join(root, "public");
  execFileSync(LOA, ["build", "--root", root, "--output", output, "--now", "2026-10-10", "--quiet"], { stdio: "pipe" });
  return read(output, files(output));
}

test("two parsers agree on 200 events, which keep their identity when they move", () => {
  const first = golden(false);
  const all = first["su-kien/lich.ics"];
  const days = all.filter(([, , start, end]) => start.length === 10 && end.length === 10);
  assert.ok(days.length > 20 && days.every(([, , start, end]) => new Date(end) > new Date(start)));
  assert.ok(["CANCELLED", "CONFIRMED", "TENTATIVE"].every((status) => all.some((entry) => entry[4] === status)));
  const places = Object.keys(first).filter((name) => name.startsWith("dia-phuong/"));
  assert.equal(places.length, 34);
  assert.equal(places.flatMap((name) => first[name]).length, all.length);
  const moved = golden(true)["su-kien/lich.ics"];
  assert.deepEqual(moved.map(([uid]) => uid), all.map(([uid]) => uid));
  const entry = (entries) => entries.find(([uid]) => uid.includes("su-kien-9."));
  assert.notEqual(entry(moved)[2], entry(all)[2]);
});
