// Events as readers meet them: the page on a later day than that of its build, the printed programme, what machines read of an event,
// and the feed of changes; on a site of 200 events in 34 places and three years.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { golden, SESSIONS } from "./golden.mjs";
import { serve } from "./site.mjs";

const folder = mkdtempSync(join(tmpdir(), "loa-events-"));
const BUILT = "2026-10-05";
let browser, output, site;

before(async () => {
  output = golden(folder, { now: BUILT });
  site = await serve("/", output);
  browser = await chromium.launch({
    executablePath: process.env.LOA_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
  });
});

after(async () => {
  await browser?.close();
  site?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Every kind of page that tells when something is: lists, programmes, events of every status, places. */
const PAGES = [
  "/su-kien/", "/su-kien/10-10/", "/su-kien/10-10/2026/", "/su-kien/10-10/2026/noi/tinh-1/", "/su-kien/10-10/2028/noi/tinh-0/",
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
  ["two years later, after the last day that is known", "2028-10-11", "2028-10-11T03:00:00Z", 11],
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
