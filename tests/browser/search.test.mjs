// The search as readers meet it, in a real Chromium: typed by keys on a phone, with and without marks, from a folder, by keyboard
// alone; `tests/gold/queries.tsv` lists what readers type and what must answer.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { violations } from "./axe.mjs";
import { PHONE, launch } from "./chromium.mjs";
import { OUTPUT, serve } from "./site.mjs";

/** Bytes of a first search, compressed: the script and every file it loads. */
const FIRST_SEARCH = 25 * 1024;

const QUERIES = readFileSync(new URL("../gold/queries.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.trim() && !line.startsWith("#"))
  .map((line) => line.split("\t"))
  .map(([query, answers, kind]) => ({ query, answers: answers.split(" "), kind }));

let browser, site;

before(async () => {
  site = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  site?.stop();
});

async function fresh(look) {
  const context = await browser.newContext({ viewport: PHONE });
  try {
    const page = await context.newPage();
    const faults = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    const seen = await look(page);
    assert.deepEqual(faults, []);
    return seen;
  } finally {
    await context.close();
  }
}

/** Waits until a search has said what it found, and reads the list. */
async function results(page) {
  await page.waitForFunction(() => document.querySelector("#ket-qua:not([hidden]) [role=status]")?.textContent.trim());
  await page.waitForFunction(() => document.querySelector("#ket-qua li, #ket-qua [role=status]:not(:empty)"));
  await page.waitForLoadState("networkidle");
  return page.$$eval("main #ket-qua ol > li > a", (links) => links.map((link) => ({ path: link.pathname + link.hash, text: link.textContent })));
}

const ask = (query) =>
  fresh(async (page) => {
    const bodies = [];
    page.on("response", (response) => response.url().endsWith(".js") && bodies.push(response.body()));
    await page.goto(`${site.origin}/tim-kiem/?q=${encodeURIComponent(query)}`);
    const found = await results(page);
    const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body, { level: 6 }).length, 0);
    return { found, bytes };
  });

test("what readers type is answered", { timeout: 300_000 }, async () => {
  const late = [];
  for (const { query, answers } of QUERIES) {
    const { found, bytes } = await ask(query);
    const rank = found.findIndex(({ path }) => answers.some((answer) => path.startsWith(answer))) + 1;
    assert.ok(rank >= 1 && rank <= 3, `“${query}” is answered at ${rank}: ${found.slice(0, 3).map(({ path }) => path)}`);
    if (rank > 1) late.push(query);
    assert.ok(bytes <= FIRST_SEARCH, `“${query}” loads ${bytes} bytes`);
  }
  assert.ok(late.length <= QUERIES.length * 0.1, `not first: ${late.join("; ")}`);
});

test("typed by keys on any page, the answer stands in main with its words marked", async () => {
  await fresh(async (page) => {
    await page.goto(`${site.origin}/bai-hoc/vneid/`);
    await page.focus("header input[name=q]");
    await page.keyboard.type("buổi học cộng đồng");
    await page.keyboard.press("Enter");
    const found = await results(page);
    assert.ok(found.some(({ path }) => path.includes("#")), "a clause is among the results");
    const marked = await page.$$eval("#ket-qua mark", (marks) => marks.map((mark) => mark.textContent.toLowerCase()));
    assert.ok(marked.includes("buổi"));
    assert.equal(await page.inputValue("header input[name=q]"), "buổi học cộng đồng");
    const more = page.locator("#ket-qua button");
    await more.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction((before) => document.querySelectorAll("#ket-qua ol > li").length > before, found.length);
    assert.notEqual(await page.evaluate(() => document.activeElement.closest("#ket-qua li")), null, "the focus goes on to the new results");
    assert.deepEqual(await violations(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing scrolls sideways");
  });
});

test("marks typed on purpose count, the place of a tone does not", async () => {
  const first = async (query) => (await ask(query)).found.map(({ path }) => path).slice(0, 3);
  assert.deepEqual(await first("sức khỏe"), await first("sức khoẻ"));
  assert.deepEqual(await first("sức khỏe"), await first("sức khỏe".normalize("NFD")));
});

test("nothing found is said, and markup in a query is only text", async () => {
  await fresh(async (page) => {
    await page.goto(`${site.origin}/tim-kiem/?q=${encodeURIComponent("<img onerror=qqzz> zzqx")}`);
    assert.deepEqual(await results(page), []);
    assert.equal(await page.$("#ket-qua img"), null);
  });
});

test("a search works in a folder that is opened from the disk", async () => {
  await fresh(async (page) => {
    await page.goto(pathToFileURL(join(OUTPUT, "index.html")).href);
    await page.fill("input[name=q]", "dai su so");
    await page.keyboard.press("Enter");
    const found = await results(page);
    assert.ok(found[0].path.endsWith("/mo-hinh/dai-su-so/index.html"), found[0].path);
  });
});
