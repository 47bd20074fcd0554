// What a reader gets, in a real Chromium: accessibility on phone and desktop, light and dark; the page without script; a narrow
// screen; large text; the keyboard; opened from a folder.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { DESKTOP, PHONE, launch } from "./chromium.mjs";
import { violations } from "./axe.mjs";
import { OUTPUT, files, serve, visited } from "./site.mjs";


/** One page of each kind, for tests that need not see all. */
const SAMPLE = [
  "/",
  "/ke-hoach/tra-vinh/",
  "/dia-phuong/tra-vinh/",
  "/mo-hinh/cho-so/",
  "/bai-hoc/vneid/",
  "/su-kien/10-10/",
  "/tim-kiem/",
  "/404.html",
];

let browser, site;

before(async () => {
  site = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  site?.stop();
});

/** Opens `address` in a fresh context and closes it afterwards. */
async function open(address, options, look) {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(address.includes(":") ? address : site.origin + address);
    return await look(page);
  } finally {
    await context.close();
  }
}

/** What is to be hit by a finger and is smaller than 44 px; links in running text are excepted (WCAG 2.2, criterion 2.5.5). */
const small = (page) =>
  page.evaluate(() => {
    const inText = (element) => {
      if (element.tagName !== "A" || getComputedStyle(element).display !== "inline") return false;
      let block = element.parentElement;
      while (getComputedStyle(block).display === "inline") block = block.parentElement;
      const links = [...block.querySelectorAll("a")].map((link) => link.textContent).join("");
      return block.textContent.replace(/[\s·›|,;]/g, "").length > links.replace(/[\s·›|,;]/g, "").length;
    };
    return [...document.querySelectorAll("a[href], button, input, summary")]
      .filter((element) => element.checkVisibility() && !element.matches(".skip") && !inText(element))
      .map((element) => [element.textContent.trim(), element.getBoundingClientRect()])
      .filter(([, { width, height }]) => width < 43.5 || height < 43.5)
      .map(([name, { width, height }]) => `“${name}” ${Math.round(width)}×${Math.round(height)}`);
  });

test("axe finds nothing at A, AA, AAA and best practice, every target is large enough, and paper has the text, on every page", async () => {
  const found = [];
  for (const address of visited()) {
    await open(address, { viewport: PHONE, colorScheme: "light" }, async (page) => {
      found.push(...(await violations(page)).map((line) => `${address} ${line}`));
      found.push(...(await small(page)).map((line) => `${address} ${line}`));
      const length = () => page.locator("main").evaluate((main) => main.innerText.replace(/\s+/g, " ").length);
      const onScreen = await length();
      await page.emulateMedia({ media: "print" });
      const onPaper = await length();
      if (onPaper < 0.9 * onScreen) found.push(`${address} prints ${onPaper} of ${onScreen} signs`);
    });
  }
  assert.deepEqual(found, []);
});

test("pages are light", () => {
  const pages = files().filter((file) => file.endsWith(".html"));
  const sizes = pages.map((file) => [gzipSync(readFileSync(join(OUTPUT, file)), { level: 6 }).length, file]);
  sizes.sort(([a], [b]) => a - b);
  assert.ok(sizes[sizes.length >> 1][0] <= 6000, `half of the pages have more than ${sizes[sizes.length >> 1]}`);
  const isPlan = (file) => /^ke-hoach\/.+\/index\.html$/.test(file);
  assert.deepEqual(sizes.filter(([size, file]) => size > (isPlan(file) ? 28672 : 14336)), []);
});

test("a word is explained where it stands, by keyboard, without script", async () => {
  await open("/bai-hoc/thanh-toan-khong-dung-tien-mat/", { viewport: PHONE, javaScriptEnabled: false }, async (page) => {
    const summary = page.locator("details.g summary", { hasText: "QR là gì?" });
    assert.equal(await page.locator("abbr", { hasText: /^QR$/ }).count(), 1, "only the first is marked");
    await summary.focus();
    await page.keyboard.press("Enter");
    assert.ok(await page.getByText("Đưa máy ảnh điện thoại vào").isVisible());
    assert.equal(await page.locator("details.g [lang=en]", { hasText: "Quick Response" }).count(), 1);
    assert.equal(await page.locator(":is(h1, h2, h3, a, table, nav, .as) :is(abbr, .g)").count(), 0);
  });
});

test("buttons stand where the device has a use for them", async () => {
  const buttons = async (options) => {
    const context = await browser.newContext({ viewport: PHONE, ...options });
    await context.addInitScript(() => {
      Object.defineProperty(navigator, "share", { value: (what) => Promise.resolve(void (window.shared = what.url)) });
    });
    const page = await context.newPage();
    await page.goto(`${site.origin}/ke-hoach/can-tho/#iv.5.1.a`);
    const names = await page.locator("footer button").allTextContents();
    if (names.length) await page.locator("footer button").first().click();
    const shared = names.length ? await page.evaluate(() => window.shared) : undefined;
    await context.close();
    return [names, shared?.replace(site.origin, "")];
  };
  assert.deepEqual(await buttons({}), [["Gửi cho người khác", "In trang này"], "/ke-hoach/can-tho/#iv.5.1.a"]);
  assert.deepEqual((await buttons({ userAgent: "Mozilla/5.0 (Linux; Android 13; wv) Zalo android" }))[0], ["Gửi cho người khác"]);
  assert.deepEqual((await buttons({ javaScriptEnabled: false }))[0], []);
});

for (const [name, options] of [
  ["on a phone in the dark", { viewport: PHONE, colorScheme: "dark" }],
  ["on a desktop", { viewport: DESKTOP, colorScheme: "light" }],
  ["on a desktop in the dark", { viewport: DESKTOP, colorScheme: "dark" }],
]) {
  test(`axe finds nothing ${name}`, async () => {
    const found = [];
    for (const address of SAMPLE) {
      await open(address, options, async (page) => {
        found.push(...(await violations(page)).map((line) => `${address} ${line}`));
      });
    }
    assert.deepEqual(found, []);
  });
}

test("nothing is asked of anybody else, and nothing goes wrong", async () => {
  const trouble = [];
  for (const address of visited()) {
    const context = await browser.newContext({ viewport: PHONE });
    const page = await context.newPage();
    page.on("request", (request) => {
      if (!request.url().startsWith(site.origin)) trouble.push(`${address} asks ${request.url()}`);
    });
    page.on("console", (message) => {
      if (message.type() === "error" && address !== "/404.html") trouble.push(`${address} says ${message.text()}`);
    });
    page.on("pageerror", (error) => trouble.push(`${address} fails ${error}`));
    await page.goto(site.origin + address);
    const stored = await page.evaluate(() => document.cookie + localStorage.length + sessionStorage.length);
    if (stored !== "00") trouble.push(`${address} stores ${stored}`);
    await context.close();
  }
  assert.deepEqual(trouble, []);
});

test("every page reads whole without script", async () => {
  for (const address of SAMPLE) {
    const text = (script) =>
      open(address, { viewport: PHONE, javaScriptEnabled: script }, (page) => page.locator("main").innerText());
    assert.equal(await text(false), await text(true), address);
  }
});

for (const [name, options, prepare] of [
  ["320 px wide", { viewport: { width: 320, height: 640 } }, null],
  ["with text twice as large", { viewport: { width: 640, height: 900 } }, "html{font-size:200%}"],
  [
    "with wide text spacing",
    { viewport: PHONE },
    "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}",
  ],
]) {
  test(`no page scrolls sideways ${name}`, async () => {
    const wide = [];
    for (const address of visited()) {
      // The page's own policy would refuse the style of a reader's extension.
      await open(address, { ...options, bypassCSP: true }, async (page) => {
        if (prepare) await page.addStyleTag({ content: prepare });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (over > 0) wide.push(`${address} by ${over} px`);
      });
    }
    assert.deepEqual(wide, []);
  });
}

test("the first tab stop skips to the content, and every stop can be seen", async () => {
  for (const address of SAMPLE) {
    await open(address, { viewport: DESKTOP }, async (page) => {
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), "#main", address);
      await page.keyboard.press("Enter");
      // The address follows the key a moment later on a busy machine.
      await page.waitForURL(/#main$/);
      for (let stop = 0; stop < 12; stop++) {
        await page.keyboard.press("Tab");
        const seen = await page.evaluate(() => {
          const element = document.activeElement;
          if (element === document.body) return true;
          const box = element.getBoundingClientRect();
          const style = getComputedStyle(element);
          const marked = style.outlineStyle !== "none" || style.boxShadow !== "none" || style.backgroundColor !== "rgba(0, 0, 0, 0)";
          return box.width > 0 && box.height > 0 && marked;
        });
        assert.ok(seen, `${address}: tab stop ${stop + 1} after the skip link has no visible mark`);
      }
    });
  }
});

test("a clause can be linked to and found", async () => {
  await open("/ke-hoach/can-tho/#iv.5.1.a", { viewport: PHONE }, async (page) => {
    const clause = page.locator("[id='iv.5.1.a']");
    await clause.waitFor();
    const top = await clause.evaluate((element) => element.getBoundingClientRect().top);
    assert.ok(top > -1 && top < PHONE.height, `the clause stands at ${top} px`);
    assert.match(await clause.innerText(), /^a\)/);
  });
});

test("styles and links work when a page is opened from a folder", async () => {
  const home = pathToFileURL(join(OUTPUT, "index.html")).href;
  await open(home, { viewport: PHONE }, async (page) => {
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).fontSize), "18px");
    await page.getByRole("link", { name: "Tôi muốn học" }).click();
    await page.waitForURL(/bai-hoc\/index\.html$/);
    await page.getByRole("link", { name: "Trang chủ" }).click();
    await page.waitForURL(/\/index\.html$/);
  });
});

test("a plan prints on A4 with its text and without menus", async () => {
  await open("/ke-hoach/tra-vinh/", { viewport: DESKTOP }, async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("header nav").isVisible(), false);
    assert.equal(await page.locator("[id='iii.1.a']").isVisible(), true);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.match(pdf.toString("latin1"), /\/MediaBox \[0 0 59[45][.\d]* 84[12]/);
  });
});
