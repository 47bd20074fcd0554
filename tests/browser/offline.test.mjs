// Without a network, in a real Chromium with the server really stopped: what was read, the essentials, saved lessons, a page that says
// what can be read; after an update nothing old; and no worker where there shall be none.

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { parse } from "parse5";
import { PHONE, launch } from "./chromium.mjs";
import { OUTPUT, files } from "./site.mjs";

const PROGRAM = resolve(process.env.LOA_PROGRAM ?? "");
const BASE = "/chuyen-trang/bdhvs/";
const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript", svg: "image/svg+xml", css: "text/css" };

let folder, browser, context, page, server, port;

const head = (title, more = "") => `---\ntitle: ${title}\ndescription: Một câu.\n${more}---\n`;

/** A small site; `words` stand on its one news page. */
function site(words, config = "") {
  const root = mkdtempSync(join(folder, "site-"));
  const write = (path, text) => {
    mkdirSync(dirname(join(root, "content", path)), { recursive: true });
    writeFileSync(join(root, "content", path), text);
  };
  write("site.yaml", `title: Trang thử\ndescription: Trang để thử\n${config}`);
  write("_index.md", head("Trang thử"));
  write("tin/_index.md", head("Tin"));
  write("tin/a.md", `${head("Tin một")}${words}\n\n![Hai người](anh.svg)\n`);
  write("tin/anh.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path d="M0 0h30v20z"/></svg>');
  write("tin/b.md", `${head("Tin hai")}Không ai đọc.\n`);
  write("bai-hoc/_index.md", head("Bài học"));
  for (const name of ["mot", "hai"]) write(`bai-hoc/${name}.md`, `${head(`Bài ${name}`, "device: any\nminutes: 10\n")}Nội dung bài ${name}.\n`);
  return root;
}

function build(root) {
  const output = `${root}-out`;
  execFileSync(PROGRAM, ["build", "-q", "--root", root, "--output", output]);
  return output;
}

/** Serves `output` under BASE, at the same port as before, so that it is the same site to the browser. */
async function start(output) {
  const listed = readFileSync(join(output, "_headers"), "utf8").split("\n");
  const policy = listed.find((line) => line.includes("Content-Security-Policy")).split(": ")[1];
  server = createServer((request, response) => {
    const path = new URL(request.url, "http://x").pathname.slice(BASE.length);
    const file = path.endsWith("/") || path === "" ? `${path}index.html` : path;
    try {
      const body = readFileSync(join(output, file));
      response.writeHead(200, { "content-type": TYPES[file.split(".").pop()], "content-security-policy": policy, "cache-control": "no-cache" });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(port ?? 0, "127.0.0.1", done));
  port = server.address().port;
}

async function stop() {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}

const url = (path) => `http://127.0.0.1:${port}${BASE}${path}`;
const text = () => page.locator("main").innerText();
const NOTICE = /bản lưu trên máy/;

/** Waits until something asynchronous holds in the page. */
async function until(holds, argument) {
  for (let attempt = 0; !(await page.evaluate(holds, argument)); attempt++) {
    if (attempt > 200) throw new Error(`never: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until the worker looks after the page, and has kept what it keeps at once. */
async function kept(path) {
  await until(
    async (path) => navigator.serviceWorker.controller?.state === "activated" && Boolean(await caches.match(path)),
    url(path),
  );
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "loa-offline-"));
  browser = await launch();
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: PHONE });
  page = await context.newPage();
});

afterEach(async () => {
  await context.close();
  if (server?.listening) await stop();
  port = undefined;
});

after(async () => {
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

test("what was read, and the home page, can be read without a network", async () => {
  await start(build(site("Lớp học mở thứ Bảy.")));
  // The first page of a visit is read before there is a worker.
  await page.goto(`${url("tin/a/")}?zarsrc=30`);
  await kept("tin/a/");
  await kept("tin/anh.svg");
  await stop();
  await page.reload();
  assert.match(await text(), /Lớp học mở thứ Bảy/);
  assert.match(await text(), NOTICE);
  assert.ok(await page.evaluate(() => document.images[0].complete && document.images[0].naturalWidth > 0));
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).fontSize), "18px");
  await page.getByRole("link", { name: "Trang chủ" }).click();
  await page.waitForURL(url(""));
  assert.match(await text(), /Trang thử/);
});

test("a page that was never read says so, and what can be read, at any depth", async () => {
  await start(build(site("Lớp học mở thứ Bảy.")));
  await page.goto(url("tin/a/"));
  await kept("tin/a/");
  await stop();
  for (const path of ["tin/b/", "khong/co/trang/nay/", "x"]) {
    const answer = await page.goto(url(path));
    assert.equal(answer.status(), 503);
    assert.equal(await page.locator("h1").innerText(), "Chưa có mạng");
    assert.equal(page.url(), url(path));
    assert.deepEqual(await page.locator("main .list a").allInnerTexts(), ["Trang thử", "Tin một"]);
  }
  await page.getByRole("link", { name: "Tin một" }).click();
  await page.waitForURL(url("tin/a/"));
  assert.match(await text(), /Lớp học mở thứ Bảy/);
});

test("after an update nothing old is shown, with a network or without", async () => {
  await start(build(site("Lớp học mở thứ Bảy.")));
  await page.goto(url("tin/a/"));
  await kept("tin/a/");
  await stop();
  const asked = [];
  await start(build(site("Lớp học dời sang Chủ nhật.")));
  server.on("request", (request) => asked.push(request.url.slice(BASE.length)));
  await page.goto(url("tin/a/"));
  assert.match(await text(), /Chủ nhật/);
  assert.doesNotMatch(await text(), NOTICE);
  await stop();
  await start(build(site("Lớp học dời sang thứ Hai.")));
  asked.length = 0;
  server.on("request", (request) => asked.push(request.url.slice(BASE.length)));
  // Another page is opened; the worker learns of the update and fetches what differs of what it keeps.
  await page.goto(url("tin/b/"));
  await until(async (path) => /thứ Hai/.test(await (await caches.match(path)).text()), url("tin/a/"));
  assert.ok(!asked.includes(""), `the home page is the same and not fetched again: ${asked}`);
  await stop();
  await page.goto(url("tin/a/"));
  assert.match(await text(), /thứ Hai/);
});

test("a page that is gone is forgotten", async () => {
  await start(build(site("Lớp học mở thứ Bảy.")));
  await page.goto(url("tin/a/"));
  await kept("tin/a/");
  await stop();
  const root = site("x");
  rmSync(join(root, "content/tin/a.md"));
  rmSync(join(root, "content/tin/anh.svg"));
  await start(build(root));
  await page.goto(url("tin/b/"));
  await until(async (path) => !(await caches.match(path)), url("tin/a/"));
  await stop();
});

test("a network that is too slow is not waited for", async () => {
  await start(build(site("Lớp học mở thứ Bảy.")));
  await page.goto(url("tin/a/"));
  await kept("tin/a/");
  await stop();
  server = createServer(() => {}).listen(port, "127.0.0.1");
  const began = Date.now();
  await page.goto(url("tin/a/"));
  assert.ok(Date.now() - began < 10_000);
  assert.match(await text(), NOTICE);
});

test("lessons can be kept at once", async () => {
  await start(build(site("x")));
  await page.goto(url("bai-hoc/"));
  await page.getByRole("button", { name: "Lưu các bài này" }).click();
  await page.getByText("Đã lưu 2 bài trên máy này.").waitFor();
  await stop();
  await page.goto(url("bai-hoc/hai/"));
  assert.match(await text(), /Nội dung bài hai/);
});

test("styles in files are kept, too", async () => {
  await start(build(site("Lớp học mở thứ Bảy.", "styles: file\n")));
  await page.goto(url("tin/a/"));
  await kept("tin/a/");
  await stop();
  await page.reload();
  assert.match(await text(), NOTICE);
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).fontSize), "18px");
});

test("a site that wants no worker any more takes it away, with what it kept", async () => {
  await start(build(site("Lớp học mở thứ Bảy.")));
  await page.goto(url("tin/a/"));
  await kept("tin/a/");
  await stop();
  await start(build(site("Lớp học mở thứ Bảy.", "offline: false\n")));
  await page.goto(url("tin/a/"));
  assert.equal(await page.locator("[data-worker]").count(), 0);
  await until(async () => !(await navigator.serviceWorker.getRegistrations()).length && !(await caches.keys()).length);
});

test("neither a preview nor a folder has a worker", async () => {
  const root = site("Lớp học mở thứ Bảy.");
  const preview = spawn(PROGRAM, ["serve", "--root", root, "--port", "0"], { stdio: ["pipe", "ignore", "pipe"] });
  try {
    const address = await new Promise((found) => {
      let said = "";
      preview.stderr.on("data", (data) => {
        const match = /http:\/\/127\.0\.0\.1:\d+/.exec((said += data));
        if (match) found(match[0]);
      });
    });
    await page.goto(`${address}/tin/a/`);
    assert.match(await text(), /thứ Bảy/);
    assert.equal(await page.locator("[data-worker]").count(), 0);
    assert.match(await (await fetch(`${address}/sw.js`)).text(), /unregister/);
    await page.goto("about:blank");
  } finally {
    preview.kill("SIGINT");
  }
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => errors.push(message.text()));
  await page.goto(`file://${join(build(root), "tin/a/index.html")}`);
  await page.waitForTimeout(300);
  assert.deepEqual(errors, []);
});

test("the scripts of a page are 3 KB at most", () => {
  const packed = (text) => gzipSync(text, { level: 6 }).length;
  for (const file of files().filter((file) => file.endsWith(".html"))) {
    let bytes = 0;
    const walk = (node) => {
      const attribute = (name) => node.attrs?.find((known) => known.name === name)?.value;
      if (node.tagName === "script" && !/json/.test(attribute("type") ?? "")) {
        const source = attribute("src");
        bytes += packed(source ? readFileSync(join(OUTPUT, dirname(file), source)) : node.childNodes.map((child) => child.value).join(""));
      }
      for (const child of node.childNodes ?? []) walk(child);
    };
    walk(parse(readFileSync(join(OUTPUT, file), "utf8")));
    assert.ok(bytes > 0 && bytes <= 3000, `${file}: ${bytes} bytes`);
  }
});
