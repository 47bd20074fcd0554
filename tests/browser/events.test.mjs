// Events as readers meet them: the page on a later day than that of its build, the printed programme, what machines read of an event,
// and the feed of changes; on a site of 200 events in 34 places and three years.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import vnu from "vnu-jar";
import { launch } from "./chromium.mjs";
import { golden, SESSIONS, LASTING } from "./golden.mjs";
import { files, serve } from "./site.mjs";
import { violations } from "./axe.mjs";

const folder = mkdtempSync(join(tmpdir(), "loa-events-"));
const BUILT = "2026-10-05";
let browser, output, site;

before(async () => {
  output = golden(folder, { now: BUILT });
  site = await serve("/", output);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  site?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Every kind of page that tells when something is: lists, programmes, events of every status, places. */
const PAGES = [
  "/su-kien/", "/su-kien/10-10/", "/su-kien/10-10/2026/", "/su-kien/10-10/2026/noi/tinh-1/", "/su-kien/10-10/2028/noi/tinh-0/",
  "/su-kien/10-10/2028/noi/tinh-5/", "/su-kien/trien-lam/", "/su-kien/hoi-ba-ngay/", "/su-kien/lop-ba-toi/", "/dia-phuong/tinh-6/",
  "/dia-phuong/tinh-0/", "/dia-phuong/tinh-7/", "/su-kien/10-10/tinh-0/",
  ...[1, 2, 3, 4, 5, 6, 7, 9, 10, 13, 28, 49].map((at) => `/su-kien/su-kien-${at}/`),
];

/** What readers see of every page at `time`, as lines; the day up to which the list is known stays that of the build. */
async function seen(origin, time) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, timezoneId: "America/Los_Angeles" });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(time));
  const pages = {};
  for (const address of PAGES) {
    await page.goto(origin + address);
    const text = await page.locator("main").innerText();
    pages[address] = text.split("\n").filter((line) => line.trim() && !/^(Danh sách tính đến|Cập nhật lần cuối)/.test(line));
  }
  await context.close();
  return pages;
}

for (const [name, day, time, changed] of [
  ["the evening before the day", "2026-10-09", "2026-10-09T16:59:00Z", 4],
  ["the day itself, when it has begun in Viet Nam", "2026-10-10", "2026-10-09T17:01:00Z", 4],
  ["while something of several days lasts", "2026-10-20", "2026-10-20T03:00:00Z", 7],
  ["after everything of the year", "2026-12-25", "2026-12-25T03:00:00Z", 9],
  ["the day a year later", "2027-10-10", "2027-10-10T03:00:00Z", 11],
  ["between two evenings of a class, on the second of three days", "2028-10-10", "2028-10-10T03:00:00Z", 15],
  ["the second evening of the class", "2028-10-14", "2028-10-14T03:00:00Z", 15],
  ["two years later, after the last day that is known", "2028-12-11", "2028-12-11T03:00:00Z", 15],
]) {
  test(`a page built before reads as if built that day: ${name}`, async () => {
    const fresh = await serve("/", golden(folder, { now: day }));
    const [late, right, first] = [await seen(site.origin, time), await seen(fresh.origin, time), await seen(site.origin, `${BUILT}T03:00:00Z`)];
    fresh.stop();
    assert.deepEqual(late, right);
    const moved = PAGES.filter((address) => late[address].join() !== first[address].join());
    assert.ok(moved.length >= changed, `only ${moved} changed`);
  });
}

test("a phone whose clock is behind changes nothing", async () => {
  assert.deepEqual(await seen(site.origin, "2015-01-01T00:00:00Z"), await seen(site.origin, `${BUILT}T03:00:00Z`));
});

/** Prints `address`: the number of its sides, and what stands on each of them. */
async function printed(address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.origin + address);
  const file = join(folder, "print.pdf");
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  await context.close();
  const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
  return text.split("\f").slice(0, -1).map((side) => side.replace(/\s+/g, " "));
}

test("the programme of a place prints on one side of A4 with up to a dozen sessions, whole", async () => {
  for (const [place, [count]] of Object.entries(SESSIONS)) {
    const sides = await printed(`/su-kien/10-10/2028/noi/tinh-${place}/`);
    assert.equal(sides.length, count <= 12 ? 1 : 2, `tinh-${place}`);
    const text = sides.join(" ");
    for (let at = 1; at <= count; at++) assert.match(text, new RegExp(`Hướng dẫn việc thứ ${at} `));
    for (const word of ["Ngày hội học tập số 2028", `Tỉnh số ${place}`, "Thứ Ba, 10/10/2028", "Người cao tuổi", "Ấp 3, xã A", "Chị Lan", "0123 456 789", `hoc.thu.test/su-kien/10-10/2028/noi/tinh-${place}/`]) {
      assert.ok(text.replaceAll(" ", "").includes(word.replaceAll(" ", "")), `tinh-${place}: ${word}`);
    }
    assert.doesNotMatch(text, /Trang chủ|Về trang này/);
  }
});

test("what lasts three days stands under each of them, on pages and on one printed side", async () => {
  const [side, ...more] = await printed("/su-kien/10-10/2028/noi/tinh-5/");
  assert.deepEqual(more, []);
  const days = side.split(/(?=Thứ (?:Hai|Ba|Tư), )/).slice(1);
  // Columns of paper stand beside each other in its text.
  const told = [
    ["Thứ Hai, 09/10/2028", "đến", "11/10/2028", "Triển lãm ba ngày", "08:00 –", "10:00", "Khai mạc hội"],
    ["Thứ Ba, 10/10/2028", "tiếp từ", "09/10/2028, đến", "Triển lãm ba ngày", "11:00", "Hội thi hỏi đáp"],
    ["Thứ Tư, 11/10/2028", "tiếp từ", "09/10/2028", "cuối", "Triển lãm ba ngày", "09:30", "Trao giải hội thi"],
  ];
  assert.equal(days.length, told.length);
  for (const [at, words] of told.entries()) for (const word of words) assert.ok(days[at].includes(word), `${word}: ${days[at]}`);
  const text = await seen(site.origin, `${BUILT}T03:00:00Z`);
  const line = (address, start) => text[address].find((line) => line.startsWith(start));
  // What has moved is told so whether it is to come, on or over.
  assert.match(line("/su-kien/su-kien-3/", "Thời gian"), /· Đổi giờ hoặc địa điểm · Đã qua$/);
  assert.match(line("/su-kien/trien-lam/", "Thời gian"), /Thứ Hai, 09\/10\/2028 – thứ Tư, 11\/10\/2028 · Đã xác nhận/);
  assert.match(line("/su-kien/hoi-ba-ngay/", "Thời gian"), /3 ngày: 09\/10\/2028, 10\/10\/2028, 11\/10\/2028 · Đã xác nhận/);
  assert.match(line("/su-kien/lop-ba-toi/", "Thời gian"), /19:00 – 20:30, 3 ngày: 07\/10\/2028, 14\/10\/2028, 21\/10\/2028 · Dự kiến/);
});

test("the whole programme prints one side for each place", async () => {
  const sides = await printed("/su-kien/10-10/2026/");
  assert.equal(sides.length, 34);
  for (const side of sides) assert.match(side, /^ ?Ngày hội học tập số 2026 Tỉnh số \d+ /);
});

test("the printed code is seen by a phone, black on white and 30 mm wide", async () => {
  const context = await browser.newContext({ colorScheme: "dark" });
  const page = await context.newPage();
  await page.goto(`${site.origin}/su-kien/10-10/2028/noi/tinh-2/`);
  await page.emulateMedia({ media: "print" });
  const code = page.locator("svg.qr");
  const { width } = await code.boundingBox();
  assert.ok(Math.abs(width - (30 * 96) / 25.4) < 1, `${width} px`);
  assert.equal(await code.evaluate((svg) => getComputedStyle(svg).fill), "rgb(0, 0, 0)");
  await context.close();
});

/** The JSON-LD of every event page, by the name of its folder. */
function structured() {
  const found = {};
  for (const file of files(output).filter((file) => /^su-kien\/[^/]+\/index\.html$/.test(file))) {
    const scripts = [...readFileSync(join(output, file), "utf8").matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
    // Beside the event stands the way to its page.
    const events = scripts.map(([, text]) => JSON.parse(text)).filter((data) => data["@type"] === "Event");
    if (events.length) found[file.split("/")[1]] = events[0];
    assert.ok(events.length <= 1, file);
  }
  return found;
}

test("a calendar can be followed from the pages that tell of it", async () => {
  const page = await (await browser.newContext()).newPage();
  for (const [address, calendar] of [
    ["/su-kien/", "su-kien"], ["/su-kien/10-10/2026/", "su-kien"], ["/su-kien/10-10/2026/noi/tinh-1/", "dia-phuong/tinh-1"],
    ["/dia-phuong/tinh-7/", "dia-phuong/tinh-7"], ["/su-kien/su-kien-3/", "su-kien/su-kien-3"],
  ]) {
    await page.goto(site.origin + address);
    const links = await page.locator('a[href^="webcal:"]').evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    assert.deepEqual(links, [`webcal://hoc.thu.test/${calendar}/lich.ics`], address);
    readFileSync(join(output, calendar, "lich.ics"));
  }
  await page.context().close();
});

test("every event says to machines what it says to people", () => {
  const events = structured();
  assert.equal(Object.keys(events).length, 200 + LASTING + Object.keys(SESSIONS).length);
  const status = (at) => events[`su-kien-${at}`].eventStatus.replace("https://schema.org/Event", "");
  assert.deepEqual([0, 1, 2, 3, 4, 5].map(status), ["Scheduled", "Scheduled", "Cancelled", "Rescheduled", "Postponed", "MovedOnline"]);
  assert.equal(events["su-kien-3"].previousStartDate, "2025-10-04T06:00:00+07:00");
  assert.equal(events["su-kien-5"].eventAttendanceMode, "https://schema.org/OnlineEventAttendanceMode");
  // A change whose former time is not known, and a day without an hour.
  assert.equal(status(15), "Scheduled");
  assert.equal(events["su-kien-10"].startDate, "2026-10-11");
  for (const [name, event] of Object.entries(events)) {
    assert.equal(event["@type"], "Event");
    assert.match(event.startDate, /^\d{4}-\d\d-\d\d(T\d\d:\d\d:00\+07:00)?$/, name);
    assert.ok(!event.endDate || event.endDate >= event.startDate, name);
    assert.ok(event.location || event.eventAttendanceMode?.endsWith("/OnlineEventAttendanceMode"), name);
    assert.ok(event.isAccessibleForFree === undefined || event.isAccessibleForFree === true, name);
  }
});

test("the feed of changes is Atom, and what it names stands", async () => {
  const file = join(output, "su-kien/thay-doi.xml");
  const schema = new URL("atom.rnc", import.meta.url).href;
  const check = (feed) => execFileSync("java", ["-jar", vnu, "--xml", "--schema", schema, feed], { stdio: "pipe" });
  check(file);
  // The schema refuses what is no feed.
  const spoiled = join(folder, "spoiled.xml");
  writeFileSync(spoiled, readFileSync(file, "utf8").replace(/<updated>[^<]*/, "<updated>hôm qua"));
  assert.throws(() => check(spoiled), /updated/);
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${site.origin}/su-kien/`);
  const address = await page.locator('link[href$="thay-doi.xml"]').evaluate((link) => link.href);
  assert.equal(address, `${site.origin}/su-kien/thay-doi.xml`);
  await page.getByRole("link", { name: "Theo dõi thay đổi" }).waitFor();
  const entries = await page.evaluate((text) => {
    const feed = new DOMParser().parseFromString(text, "application/xml");
    const value = (entry, name) => entry.querySelector(name).textContent;
    return [...feed.querySelectorAll("entry")].map((entry) => [value(entry, "id"), value(entry, "updated"), entry.querySelector("link").getAttribute("href")]);
  }, readFileSync(file, "utf8"));
  await page.context().close();
  assert.ok(entries.length > 30);
  assert.equal(new Set(entries.map(([id]) => id)).size, entries.length);
  for (const [, , link] of entries) readFileSync(join(output, new URL(link).pathname, "index.html"));
});

test("pages of events are valid HTML, and axe finds nothing in them on phone and desktop, light and dark", async () => {
  const sample = PAGES.map((address) => join(output, address, "index.html"));
  try {
    execFileSync("java", ["-jar", vnu, "--format", "gnu", ...sample], { stdio: "pipe" });
  } catch (error) {
    assert.fail(error.stderr.toString());
  }
  const found = [];
  for (const [width, colorScheme] of [[360, "light"], [360, "dark"], [1280, "light"]]) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    for (const address of PAGES) {
      await page.goto(site.origin + address);
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
      found.push(...(await violations(page)).map((line) => `${address} at ${width} px, ${colorScheme}: ${line}`));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 0) found.push(`${address} is ${over} px too wide at ${width} px`);
    }
    await context.close();
  }
  assert.deepEqual(found, []);
});

test("scripts of a page weigh no more than 3 KB, and only pages that tell a time carry the one that moves it", () => {
  for (const file of files(output).filter((file) => file.endsWith(".html"))) {
    const html = readFileSync(join(output, file), "utf8");
    const scripts = [...html.matchAll(/<script(?![^>]*ld\+json)[^>]*>(.*?)<\/script>/gs)].map(([, code]) => code);
    assert.ok(scripts.join("").length <= 3000, file);
    const tells = / data-[dyua](=|>| )/.test(html.replace(/<script.*?<\/script>/gs, ""));
    assert.equal(scripts.some((code) => code.includes("data-d")), tells, file);
  }
});
