// Photographs in a real Chromium: a phone loads one of its width, upright, in its place from the start, and nothing says where it was taken.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { PHONE, launch } from "./chromium.mjs";
import { files, serve } from "./site.mjs";

const PROGRAM = resolve(process.env.LOA_PROGRAM ?? "");

let folder, browser, output, server;

/** A photograph as a phone takes it that is held upright: lying, 1600 by 1000, dark in the corner that is to be seen above on the right. */
async function photograph() {
  const page = await browser.newPage();
  const url = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 1600, height: 1000 });
    const context = canvas.getContext("2d");
    for (let at = 0; at < 4000; at++) {
      context.fillStyle = `hsl(${(at * 47) % 360} 60% 75%)`;
      context.fillRect((at * 131) % 1600, (at * 71) % 1000, 60, 40);
    }
    context.fillStyle = "#000";
    context.fillRect(0, 0, 400, 250);
    return canvas.toDataURL("image/jpeg", 0.95);
  });
  await page.close();
  const jpeg = Buffer.from(url.split(",")[1], "base64");
  const notes = Buffer.concat([Buffer.from("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0", "latin1"), Buffer.from("GPS 10.0345N")]);
  const size = Buffer.from([0xff, 0xe1, 0, notes.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), size, notes, jpeg.subarray(2)]);
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "loa-pictures-"));
  browser = await launch();
  mkdirSync(join(folder, "content"));
  const write = (name, content) => writeFileSync(join(folder, "content", name), content);
  write("site.yaml", "title: Trang thử\ndescription: Để thử\n");
  const words = "Một đoạn văn. ".repeat(60);
  write("_index.md", `---\ntitle: Trang thử\ndescription: Để thử\n---\n![Lớp học](lop.jpg)\n\n${words}\n\n![Lớp học khác](lop-hai.jpg)\n\n${words}\n`);
  const picture = await photograph();
  write("lop.jpg", picture);
  write("lop-hai.jpg", picture);
  output = join(folder, "out");
  execFileSync(PROGRAM, ["build", "-q", "--root", folder, "--output", output]);
  server = await serve("/", output);
});

after(async () => {
  await browser?.close();
  server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

for (const [name, screen, width] of [
  ["a phone", { viewport: PHONE, deviceScaleFactor: 2 }, 800],
  ["a plain wide screen", { viewport: { width: 1280, height: 900 } }, 800],
  ["a dense wide screen", { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 2 }, 1000],
]) {
  test(`${name} loads a picture of its width, upright, and nothing moves`, async () => {
    const context = await browser.newContext(screen);
    const page = await context.newPage();
    const asked = [];
    await page.route("**/*.jpg", async (route) => {
      asked.push(new URL(route.request().url()).pathname);
      // Slow enough that the text stands first.
      await new Promise((done) => setTimeout(done, 200));
      await route.continue();
    });
    await page.addInitScript(() => {
      window.moved = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.moved += entry.value))).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(server.origin + "/", { waitUntil: "load" });
    const first = asked.length;
    await page.locator("main img").last().scrollIntoViewIfNeeded();
    await page.waitForFunction(() => [...document.querySelectorAll("main img")].every((one) => one.complete && one.naturalWidth > 0));
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll("main img")].map((one) => {
        const canvas = Object.assign(document.createElement("canvas"), { width: 100, height: 160 });
        const context = canvas.getContext("2d");
        context.drawImage(one, 0, 0, 100, 160);
        const light = (x, y) => context.getImageData(x, y, 1, 1).data[0] > 100;
        const { width, height } = one.getBoundingClientRect();
        return { src: new URL(one.currentSrc).pathname, corners: [light(5, 5), light(95, 5), light(5, 155), light(95, 155)], ratio: height / width, lazy: one.loading };
      }),
    );
    assert.deepEqual(shown.map((one) => one.src), [`/lop.${width}w.jpg`, `/lop-hai.${width}w.jpg`]);
    assert.deepEqual(shown.map((one) => one.lazy), ["auto", "lazy"]);
    for (const one of shown) {
      assert.deepEqual(one.corners, [true, false, true, true]);
      assert.ok(Math.abs(one.ratio - 1.6) < 0.01, `${one.ratio}`);
    }
    assert.ok(first >= 1);
    assert.equal(await page.evaluate(() => window.moved), 0);
    await context.close();
  });
}

test("nothing that is published says where a picture was taken, and smaller ones are light", () => {
  const pictures = files(output).filter((file) => file.endsWith(".jpg"));
  assert.equal(pictures.length, 8);
  const source = readFileSync(join(folder, "content/lop.jpg"));
  assert.ok(source.includes("GPS"));
  for (const file of pictures) {
    const bytes = readFileSync(join(output, file));
    assert.ok(!bytes.includes("GPS"), file);
    if (/\.\d+w\./.test(file)) assert.ok(!bytes.includes("Exif") && bytes.length < source.length, file);
  }
});

test("icons are there for old browsers and phones", async () => {
  const page = await browser.newPage();
  await page.goto(server.origin + "/");
  for (const [rel, file, size] of [["icon", "favicon.ico", 32], ["apple-touch-icon", "apple-touch-icon.png", 180]]) {
    const href = await page.locator(`link[rel="${rel}"]`).first().getAttribute("href");
    assert.ok(href.endsWith(`/${file}`), href);
    const width = await page.evaluate(async (src) => {
      const picture = Object.assign(new Image(), { src });
      await picture.decode();
      return picture.naturalWidth;
    }, href);
    assert.equal(width, size, file);
  }
  await page.close();
});
