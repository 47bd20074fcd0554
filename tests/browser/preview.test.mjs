// The preview in a real Chromium: the open page is patched in place; what is wrong lies over it and goes away.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "./chromium.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const program = process.env.LOA_PROGRAM;
if (!program) throw new Error("LOA_PROGRAM names the program");

const ARTICLE = "content/tin/thu.md";
const ADDRESS = "/tin/thu/";
const PARAGRAPHS = Array.from({ length: 60 }, (_, at) => `Đoạn thứ ${at}, đủ dài để trang phải cuộn.\n`).join("\n");
const article = (title, first = "Mở đầu.", last = "Kết thúc.") =>
  `---\ntitle: ${title}\ndescription: Để thử\n---\n${first}\n\n## Phần giữa\n\n${PARAGRAPHS}\n## Phần cuối\n\n${last}\n`;

let browser, site, server, origin;

const write = (path, text) => writeFileSync(join(site, path), text);
const read = (path) => readFileSync(join(site, path), "utf8");

/** Starts a preview of the site; resolves to its process and address. */
function serve(args = [], port = "0") {
  const child = spawn(program, ["serve", "--root", site, "--port", port, ...args], { stdio: ["pipe", "ignore", "pipe"] });
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (data) => {
      said += data;
      const address = /http:\/\/[\d.]+:\d+/.exec(said);
      if (address) resolve({ child, origin: address[0] });
    });
    child.on("exit", () => reject(new Error(said)));
  });
}

before(async () => {
  site = mkdtempSync(join(tmpdir(), "loa-preview-"));
  cpSync(new URL("../../content", import.meta.url).pathname, join(site, "content"), { recursive: true });
  write(ARTICLE, article("Bài thử"));
  ({ child: server, origin } = await serve());
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server?.kill("SIGINT");
  rmSync(site, { recursive: true, force: true });
});

/** Opens `path` in a page of its own and waits until it listens. */
async function open(path, look, from = origin) {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  const trouble = [];
  page.on("pageerror", (error) => trouble.push(String(error)));
  try {
    await page.addInitScript(() => {
      window.updates = 0;
      window.loads = Number(sessionStorage.getItem("loads") ?? 0) + 1;
      sessionStorage.setItem("loads", String(window.loads));
      document.addEventListener("loa-updated", () => window.updates++);
    });
    await page.goto(from + path);
    await page.waitForFunction(() => window.updates > 0);
    await look(page);
    assert.deepEqual(trouble, []);
  } finally {
    await page.close();
  }
}

const panel = (page) => page.locator("loa-preview section");

test("an edit is patched in: scroll, focus, open parts and typed words stay", async () => {
  await open("/ke-hoach/can-tho/", async (page) => {
    const plan = "content/ke-hoach/can-tho.md";
    const before = read(plan);
    const details = page.locator("main details").first();
    await details.evaluate((element) => (element.open = true));
    await page.locator("main").evaluate((main) => {
      const field = document.querySelector("input[type=search]") ?? main.appendChild(document.createElement("input"));
      field.value = "chữ đang gõ";
    });
    const middle = page.locator("main [id]").nth(60);
    await middle.evaluate((element) => {
      element.scrollIntoView({ block: "start" });
      scrollBy(0, -100);
      const stop = element.querySelector("a, summary") ?? element;
      stop.focus({ preventScroll: true });
      window.stop = document.activeElement;
    });
    const top = () => middle.evaluate((element) => element.getBoundingClientRect().top);
    const [topBefore, scrollBefore] = [await top(), await page.evaluate(() => scrollY)];
    assert.ok(scrollBefore > 500);
    // A new paragraph far above, at the first line of the body.
    write(plan, before.replace(/^---\n([\s\S]*?)\n---\n/, (front) => `${front}\nMột đoạn mới đứng trên cùng, đủ dài để đẩy mọi thứ xuống.\n`));
    await page.getByText("Một đoạn mới đứng trên cùng").waitFor({ state: "attached" });
    // The browser lays out again in a moment of its own.
    await page.waitForFunction((before) => scrollY > before, scrollBefore);
    assert.ok(Math.abs((await top()) - topBefore) <= 2, "what is read stays where it is");
    assert.equal(await page.evaluate(() => document.activeElement === window.stop && window.stop !== document.body), true);
    assert.equal(await details.evaluate((element) => element.open), true);
    assert.equal(await page.evaluate(() => document.querySelector("input").value), "chữ đang gõ");
    assert.equal(await page.evaluate(() => window.loads), 1, "nothing was loaded again");
    write(plan, before);
    await page.getByText("Một đoạn mới đứng trên cùng").waitFor({ state: "detached" });
  });
});

test("title, listing and style follow; a page that stays the same is left alone", async () => {
  await open("/tin/", async (page) => {
    write(ARTICLE, article("Tên mới của bài"));
    await page.getByRole("link", { name: "Tên mới của bài" }).waitFor();
    await page.evaluate(() => {
      window.mutations = 0;
      new MutationObserver(() => window.mutations++).observe(document.querySelector("main"), { subtree: true, childList: true, attributes: true, characterData: true });
      window.updates = 0;
    });
    write(ARTICLE, article("Tên mới của bài", "Chỉ thân bài đổi."));
    await page.waitForFunction(() => window.updates > 0);
    assert.equal(await page.evaluate(() => window.mutations), 0);
  });
  await open(ADDRESS, async (page) => {
    write(ARTICLE, article("Tên lần ba"));
    await page.waitForFunction(() => document.title.startsWith("Tên lần ba"));
    mkdirSync(join(site, "themes/rieng/templates"), { recursive: true });
    write("themes/rieng/theme.yaml", "extends: default\n");
    write("themes/rieng/templates/style.css", `${readFileSync(new URL("../../themes/default/templates/style.css", import.meta.url), "utf8")}\nh1{letter-spacing:7px}`);
    const config = read("content/site.yaml");
    write("content/site.yaml", `${config}\ntheme: rieng\n`.replace(/^theme: default\n/m, ""));
    await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).letterSpacing === "7px");
    write("content/site.yaml", config);
    await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).letterSpacing !== "7px");
    assert.equal(await page.evaluate(() => window.loads), 1);
  });
});

test("what is wrong lies over the page, can be folded, is accessible, and goes away", async () => {
  await open(ADDRESS, async (page) => {
    await page.evaluate(() => scrollTo(0, 600));
    assert.equal(await panel(page).isVisible(), false);
    write(ARTICLE, article("Bài thử").replace("title:", "titel:"));
    await panel(page).waitFor({ state: "visible" });
    const told = await panel(page).innerText();
    for (const part of ["content/tin/thu.md:2:1", "“titel”", "^^^^^", "cách sửa"]) assert.ok(told.includes(part), told);
    assert.ok((await page.locator("main").innerText()).includes("Đoạn thứ 30"), "the page stays");
    assert.equal(await page.evaluate(() => scrollY), 600);
    assert.equal(await page.evaluate(() => document.activeElement === document.body), true, "no focus is taken");
    assert.match(await page.locator("loa-preview [role=status]").innerText(), /lỗi/);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { violations } = await window.axe.run(document.querySelector("loa-preview"));
      return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`));
    });
    assert.deepEqual(violations, []);
    const fold = panel(page).getByRole("button");
    assert.equal(await fold.getAttribute("aria-expanded"), "true");
    await fold.press("Enter");
    assert.equal(await fold.getAttribute("aria-expanded"), "false");
    assert.equal(await page.locator("loa-preview #list").isVisible(), false);
    // Still folded, with another fault.
    write(ARTICLE, article("Bài thử", "Một [lỗi khác](khong-co.md)."));
    await page.getByText("Một lỗi khác").waitFor();
    assert.equal(await fold.getAttribute("aria-expanded"), "false");
    write(ARTICLE, article("Bài thử"));
    await panel(page).waitFor({ state: "hidden" });
    assert.equal(await page.evaluate(() => window.loads), 1);
  });
});

test("a page that is deleted, and comes back", async () => {
  await open(ADDRESS, async (page) => {
    rmSync(join(site, ARTICLE));
    await page.getByRole("heading", { level: 1, name: /không/i }).waitFor();
    write(ARTICLE, article("Đã về"));
    await page.getByRole("heading", { level: 1, name: "Đã về" }).waitFor();
  });
});

test("the browser goes where something was edited, if asked to", async () => {
  const following = await serve(["--follow"]);
  try {
    await open(
      ADDRESS,
      async (page) => {
        write(ARTICLE, article("Đã về", "Mở đầu.", "Kết thúc khác."));
        await page.waitForFunction(() => location.hash === "#phan-cuoi");
        assert.ok(await page.evaluate(() => scrollY > 500));
        const plan = "content/ke-hoach/can-tho.md";
        write(plan, read(plan).replace("\na) ", "\na) Mới: "));
        await page.waitForURL(/\/ke-hoach\/can-tho\/#./);
      },
      following.origin,
    );
  } finally {
    following.child.kill("SIGINT");
  }
});

test("pictures follow, saved one after the other or while nobody looks", async () => {
  const picture = (colour) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" width="40" height="30"><rect width="40" height="30" fill="${colour}"/></svg>\n`;
  for (const name of ["mot", "hai"]) write(`content/tin/${name}.svg`, picture("#ffffff"));
  write(ARTICLE, article("Bài thử", "![Hình một: ô màu](mot.svg)\n\n![Hình hai: ô màu](hai.svg)"));
  await open(ADDRESS, async (page) => {
    /** The colours in the middle of both pictures. */
    const colours = () =>
      page.evaluate(() =>
        [...document.images].slice(0, 2).map((image) => {
          const canvas = document.createElement("canvas").getContext("2d");
          canvas.drawImage(image, 0, 0);
          return String(canvas.getImageData(20, 15, 1, 1).data.slice(0, 3));
        }),
      );
    const become = async (wanted) => {
      for (let tries = 0; tries < 200; tries++) {
        if (String(await colours()) === String(wanted)) return;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      assert.deepEqual(await colours(), wanted);
    };
    await page.waitForFunction(() => document.images.length >= 2 && [...document.images].slice(0, 2).every((image) => image.complete));
    await become(["255,255,255", "255,255,255"]);
    write("content/tin/mot.svg", picture("#ff0000"));
    await new Promise((resolve) => setTimeout(resolve, 15));
    write("content/tin/hai.svg", picture("#0000ff"));
    await become(["255,0,0", "0,0,255"]);
    const look = (hidden) =>
      page.evaluate((hidden) => {
        Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
        document.dispatchEvent(new Event("visibilitychange"));
      }, hidden);
    await look(true);
    write("content/tin/mot.svg", picture("#00ff00"));
    await new Promise((resolve) => setTimeout(resolve, 700));
    await look(false);
    await become(["0,255,0", "0,0,255"]);
  });
  rmSync(join(site, "content/tin/mot.svg"));
  rmSync(join(site, "content/tin/hai.svg"));
  write(ARTICLE, article("Bài thử"));
});

test("the connection comes back with the server", async () => {
  const first = await serve();
  const port = new URL(first.origin).port;
  await open(
    ADDRESS,
    async (page) => {
      const ended = new Promise((resolve) => first.child.on("exit", resolve));
      first.child.stdin.write("q\n");
      assert.equal(await ended, 0);
      write(ARTICLE, article("Sau khi khởi động lại"));
      const again = await serve([], port);
      try {
        await page.waitForFunction(() => document.title.startsWith("Sau khi khởi động lại"), null, { timeout: 20000 });
      } finally {
        again.child.kill("SIGINT");
      }
    },
    first.origin,
  );
});
