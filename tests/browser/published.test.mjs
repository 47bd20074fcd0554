// The same output folder behind a real nginx, at the root and under a path: every link works in both, no page is left out, and an
// unknown address gets the site's own page.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { crawl } from "./crawl.mjs";
import { OUTPUT, pages } from "./site.mjs";

const SUB = "/chuyen-trang/bdhvs/";
let folder, nginx, origin;

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

before(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  folder = mkdtempSync(join(tmpdir(), "loa-nginx-"));
  writeFileSync(
    join(folder, "nginx.conf"),
    // Under root, nginx would give up its rights and could not read a folder of root's own.
    `${process.getuid() === 0 ? "user root;" : ""} daemon off; pid ${folder}/pid; error_log stderr; worker_processes 1;
     events {}
     http {
       types { text/html html; image/svg+xml svg; }
       access_log off;
       client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
       server {
         listen 127.0.0.1:${port};
         location ${SUB} { alias ${OUTPUT}/; error_page 404 ${SUB}404.html; }
         location / { root ${OUTPUT}; error_page 404 /404.html; }
       }
     }`,
  );
  nginx = spawn("nginx", ["-c", join(folder, "nginx.conf"), "-p", folder], { stdio: "inherit" });
  for (let attempt = 0; ; attempt++) {
    try {
      await fetch(origin);
      break;
    } catch (error) {
      if (attempt > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
});

after(() => {
  nginx?.kill();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

for (const base of ["/", SUB]) {
  test(`every link works under ${base}`, async () => {
    const { reached, broken } = await crawl(origin + base);
    assert.deepEqual(broken, []);
    const missed = pages().map((page) => base + page.slice(1)).filter((page) => !reached.includes(page));
    // Nothing links to the page for unknown addresses.
    assert.deepEqual(missed.filter((page) => !page.endsWith("/404.html")), []);
  });

  test(`an unknown address under ${base} gets the site's own page`, async () => {
    const answer = await fetch(`${origin}${base}khong/co/trang/`);
    assert.equal(answer.status, 404);
    assert.match(await answer.text(), /<main id="main">/);
  });
}
