// The built site as the tests see it: its pages on the disk, and a server on loopback.

import { createServer } from "node:http";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, relative } from "node:path";

export const OUTPUT = process.env.LOA_OUTPUT;
if (!OUTPUT) throw new Error("LOA_OUTPUT names the folder of the built site");

/** Every file of an output, by its path with forward slashes. */
export function files(output = OUTPUT, folder = output) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(output, path) : [relative(output, path).replaceAll("\\", "/")];
  });
}

/** The address of a page below the site's root: `index.html` files answer for their folder. */
export const address = (file) => "/" + file.replace(/(^|\/)index\.html$/, "$1");

/** The addresses of all pages. */
export const pages = () => files().filter((file) => file.endsWith(".html")).map(address);

/** As many generated pages of one pattern as are looked at one by one. */
const ALIKE = 6;

/**
 * The pages to look at one by one: every page that an author wrote, and of pages that the compiler makes alike (`/co-quan/…/`) the
 * heaviest and others at even distances. `LOA_ALL=1` looks at all.
 */
export function visited() {
  const heaviest = (a, b) => statSync(join(OUTPUT, b)).size - statSync(join(OUTPUT, a)).size;
  const groups = new Map();
  for (const file of files().filter((file) => file.endsWith(".html"))) {
    const pattern = file.replace(/^(co-quan|nhiem-vu|chu-de)\/[^/]+\//, "$1/*/");
    groups.set(pattern, [...(groups.get(pattern) ?? []), file]);
  }
  return [...groups.values()].flatMap((group) => {
    if (process.env.LOA_ALL === "1" || group.length <= ALIKE) return group.map(address);
    const sorted = group.sort(heaviest);
    return Array.from({ length: ALIKE }, (_, at) => address(sorted[Math.floor((at * (sorted.length - 1)) / (ALIKE - 1))]));
  });
}

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

/** Serves an output under `base` on a free loopback port; resolves to its origin and a way to stop it. */
export function serve(base = "/", output = OUTPUT) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    const inside = path.startsWith(base) ? path.slice(base.length) : null;
    const file = inside === null ? null : join(output, inside.endsWith("/") || inside === "" ? `${inside}index.html` : inside);
    try {
      const body = readFileSync(file);
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
      response.end(body);
    } catch {
      response.writeHead(404, { "content-type": TYPES[".html"] });
      response.end(readFileSync(join(output, "404.html")));
    }
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      resolve({ origin: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() });
    });
  });
}
