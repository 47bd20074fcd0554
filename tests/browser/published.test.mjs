// The same site behind a real nginx and a real Apache with the files that loa makes for them, at the root and under a path: every link
// works in all, no page is left out, an unknown address gets the site's own page, and every page is shown under the strict policy.

import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { PHONE, launch } from "./chromium.mjs";
import { crawl } from "./crawl.mjs";
import { OUTPUT, pages, visited } from "./site.mjs";

const SUB = "/chuyen-trang/bdhvs/";
/** Where a site with an old address and with somebody to answer for it stands. */
const SMALL = "/nho/";
const PROGRAM = process.env.LOA_PROGRAM;
const MODULES = process.env.LOA_APACHE_MODULES ?? "/usr/lib/apache2/modules";
if (!PROGRAM) throw new Error("LOA_PROGRAM names the compiler");

let folder, browser;
const servers = [];

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Starts a server and waits until it answers. */
async function start(program, args, origin) {
  servers.push(spawn(program, args, { stdio: "inherit" }));
  for (let attempt = 0; ; attempt++) {
    try {
      await fetch(origin);
      return;
    } catch (error) {
      if (attempt > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Under root, a server would give up its rights and could not read a folder of root's own. */
const isRoot = process.getuid() === 0;

async function nginx(sub) {
  const port = await freePort();
  const home = mkdtempSync(join(folder, "nginx-"));
  writeFileSync(
    join(home, "nginx.conf"),
    `${isRoot ? "user root;" : ""} daemon off; pid ${home}/pid; error_log stderr; worker_processes 1;
     events {}
     http {
       access_log off;
       client_body_temp_path ${home}/b; proxy_temp_path ${home}/p; fastcgi_temp_path ${home}/f; uwsgi_temp_path ${home}/u; scgi_temp_path ${home}/s;
       server { listen 127.0.0.1:${port}; root ${OUTPUT}; include ${OUTPUT}/nginx.conf; location ${SUB} { alias ${sub}/; include ${sub}/nginx.conf; } location ${SMALL} { alias ${folder}/small/; include ${folder}/small/nginx.conf; } }
     }`,
  );
  const origin = `http://127.0.0.1:${port}`;
  await start("nginx", ["-c", join(home, "nginx.conf"), "-p", home], origin);
  return origin;
}

async function apache(sub) {
  const port = await freePort();
  const home = mkdtempSync(join(folder, "apache-"));
  const modules = ["mpm_event", "authz_core", "dir", "mime", "headers", "deflate", "filter", "alias"];
  const load = modules.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join("\n");
  const user = isRoot ? "User nobody\nGroup nogroup" : "";
  writeFileSync(
    join(home, "httpd.conf"),
    `ServerRoot ${home}\nPidFile ${home}/pid\nListen 127.0.0.1:${port}\nServerName 127.0.0.1\nErrorLog ${home}/errors\n${load}\n${user}
     TypesConfig /dev/null\nDirectoryIndex index.html
     <Directory />\nAllowOverride None\nRequire all denied\n</Directory>
     DocumentRoot ${home}/root
     Alias ${SUB} ${home}/sub/
     Alias ${SMALL} ${home}/small/
     <Directory ${home}>\nAllowOverride FileInfo\nOptions None\nRequire all granted\n</Directory>`,
  );
  // Apache gives up the rights of root; what it shows must be readable for everybody.
  execFileSync("cp", ["-r", OUTPUT, join(home, "root")]);
  execFileSync("cp", ["-r", sub, join(home, "sub")]);
  execFileSync("cp", ["-r", join(folder, "small"), join(home, "small")]);
  execFileSync("chmod", ["-R", "a+rX", folder]);
  const origin = `http://127.0.0.1:${port}`;
  await start("apache2", ["-f", join(home, "httpd.conf"), "-D", "FOREGROUND"], origin);
  return origin;
}

const origins = {};

function small() {
  const source = join(folder, "small-source");
  const write = (path, lines) => writeFileSync(join(source, path), lines.join("\n") + "\n");
  mkdirSync(join(source, "content/tin"), { recursive: true });
  write("content/site.yaml", ["title: T", "description: D", `base_url: https://ten.tinh.gov.vn${SMALL}`, "owner: {agency: Sở, email: so@tinh.gov.vn, phone: 0123 456 789}"]);
  write("content/_index.md", ["---", "title: T", "description: D", "---"]);
  write("content/tin/a.md", ["---", "title: Bài & số", "description: D", "aliases: [/cu/bài-viết/]", "---", "Chữ"]);
  execFileSync(resolve(PROGRAM), ["build", "-q", "--root", source, "--output", join(folder, "small"), "--now", "2026-11-30"]);
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "loa-servers-"));
  const sub = join(folder, "sub");
  const root = resolve(import.meta.dirname, "../..");
  execFileSync(resolve(PROGRAM), ["build", "-q", "--root", root, "--output", sub, "--base-url", `https://ten.tinh.gov.vn${SUB}`]);
  small();
  origins.nginx = await nginx(sub);
  origins.apache = await apache(sub);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  for (const server of servers) server.kill();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

for (const server of ["nginx", "apache"]) {
  for (const base of ["/", SUB]) {
    test(`every link works in ${server} under ${base}`, async () => {
      const { reached, broken } = await crawl(origins[server] + base);
      assert.deepEqual(broken, []);
      const missed = pages().map((page) => base + page.slice(1)).filter((page) => !reached.includes(page));
      // Nothing links to the pages that stand in for others.
      assert.deepEqual(missed.filter((page) => !/\/(404\.html|ngoai-tuyen\/)$/.test(page)), []);
    });

    test(`an unknown address in ${server} under ${base} gets the site's own page`, async () => {
      const answer = await fetch(`${origins[server]}${base}khong/co/trang/`);
      assert.equal(answer.status, 404);
      assert.match(await answer.text(), /<main id="main">/);
      assert.match(answer.headers.get("content-security-policy"), /^default-src 'none'/);
    });

    test(`${server} sends every header with every kind of file under ${base}`, async () => {
      for (const [file, type, keeping, open] of [
        ["", "text/html; charset=utf-8", "no-cache", null],
        ["favicon.svg", "image/svg+xml", "public, max-age=86400", null],
        ["tim-kiem/core.js", "text/javascript; charset=utf-8", "no-cache", null],
        ["du-lieu/tasks.csv", "text/csv; charset=utf-8", "no-cache", "*"],
        ["su-kien/lich.ics", "text/calendar; charset=utf-8", "no-cache", "*"],
        ["su-kien/thay-doi.xml", "application/xml", "no-cache", "*"],
      ]) {
        const answer = await fetch(origins[server] + base + file);
        const header = (name) => answer.headers.get(name);
        const place = `${server} ${base}${file}`;
        assert.equal(answer.status, 200, place);
        assert.equal(header("content-type").toLowerCase().replace(/; ?/, "; "), type, place);
        assert.equal(header("cache-control"), keeping, place);
        assert.equal(header("access-control-allow-origin"), open, place);
        assert.match(header("content-security-policy"), /^default-src 'none'; script-src 'self' 'sha256-.*frame-ancestors 'self'$/, place);
        assert.doesNotMatch(header("content-security-policy"), /unsafe/);
        assert.match(header("strict-transport-security"), /max-age=31536000/, place);
        assert.equal(header("x-content-type-options"), "nosniff", place);
        assert.equal(header("x-frame-options"), "SAMEORIGIN", place);
        assert.equal(header("referrer-policy"), "same-origin", place);
        assert.equal(header("cross-origin-opener-policy"), "same-origin", place);
        assert.equal(header("cross-origin-resource-policy"), "same-origin", place);
        assert.match(header("permissions-policy"), /geolocation=\(\)/, place);
        // A picture of a few hundred bytes need not be packed.
        if (!file.endsWith(".svg")) assert.equal(header("content-encoding"), "gzip", place);
      }
    });
  }

  test(`no page breaks the policy in ${server}`, async () => {
    const context = await browser.newContext({ viewport: PHONE });
    const page = await context.newPage();
    const broken = [];
    page.on("console", (message) => {
      if (/Content Security Policy|Permissions-Policy/.test(message.text())) broken.push(`${page.url()} ${message.text()}`);
    });
    const bases = server === "nginx" ? ["/", SUB] : ["/"];
    for (const base of bases) {
      for (const address of visited()) await page.goto(origins[server] + base + address.slice(1));
      await page.goto(`${origins[server]}${base}tim-kiem/?q=lop+hoc`);
      await page.locator("#ket-qua li a").first().waitFor();
    }
    assert.deepEqual(broken, []);
    await context.close();
  });
}

for (const server of ["nginx", "apache"]) {
  test(`an old address is a redirect in ${server}`, async () => {
    for (const address of ["cu/bài-viết/", "cu/bài-viết"]) {
      const answer = await fetch(origins[server] + SMALL + address, { redirect: "manual" });
      assert.equal(answer.status, 301, address);
      assert.ok(answer.headers.get("location").endsWith(`${SMALL}tin/a/`), answer.headers.get("location"));
    }
    assert.equal((await fetch(`${origins[server]}${SMALL}cu/bài-viết-khác/`)).status, 404);
  });
}

test("an error is reported with page, clause and day; a printed page leads back", async () => {
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  await page.goto(`${origins.nginx}${SMALL}tin/a/#iv.5.đ`);
  const link = page.locator("a[href^='mailto:']");
  await link.evaluate((element) => element.addEventListener("click", (event) => event.preventDefault()));
  await link.click();
  const mail = new URL(await link.getAttribute("href"));
  assert.equal(mail.pathname, "so@tinh.gov.vn");
  assert.equal(mail.searchParams.get("subject"), "Báo sai sót: Bài & số");
  const clause = encodeURIComponent("đ");
  assert.equal(mail.searchParams.get("body"), `\r\n\r\nBản ngày 30/11/2026\r\nhttps://ten.tinh.gov.vn${SMALL}tin/a/#iv.5.${clause}`);
  assert.match(await page.locator(".about").innerText(), /0123 456 789 \(nói tên trang “Bài & số”, .*30\/11\/2026\)/);
  await page.emulateMedia({ media: "print" });
  const code = await page.locator("img.qr").boundingBox();
  assert.ok(code.width > 80 && code.height > 80);
  await context.close();
});

test("the file for IIS is well formed, and no name stands in it twice", () => {
  const check = `
import sys, xml.dom.minidom as dom
for path in sys.argv[1:]:
    tree = dom.parse(path)
    assert tree.documentElement.tagName == "configuration"
    for parent in tree.getElementsByTagName("customHeaders") + tree.getElementsByTagName("staticContent"):
        added = [n.getAttribute("name") or n.getAttribute("fileExtension") for n in parent.childNodes if n.nodeName in ("add", "mimeMap")]
        assert added == sorted(set(added), key=added.index) and (added or parent.getElementsByTagName("clientCache")), path`;
  execFileSync("python3", ["-c", check, join(OUTPUT, "web.config"), join(folder, "sub", "web.config")]);
});

test("styles in files leave nothing inside pages, and look the same", async () => {
  const site = join(folder, "files");
  mkdirSync(join(site, "content"), { recursive: true });
  writeFileSync(join(site, "content/site.yaml"), "title: T\ndescription: D\nstyles: file\n");
  writeFileSync(join(site, "content/_index.md"), "---\ntitle: T\ndescription: D\n---\n");
  writeFileSync(join(site, "content/a.md"), "---\ntitle: A\ndescription: D\n---\nChữ\n");
  execFileSync(resolve(PROGRAM), ["build", "-q", "--root", site, "--output", join(folder, "files-out")]);
  assert.ok(existsSync(join(folder, "files-out/style.css")));
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  await page.goto(`file://${join(folder, "files-out/a/index.html")}`);
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).fontSize), "18px");
  assert.equal(await page.locator("style, script:not([src], [type])").count(), 0);
  await page.getByRole("link", { name: "Trang chủ" }).click();
  await page.waitForURL(/index\.html$/);
  await context.close();
});
