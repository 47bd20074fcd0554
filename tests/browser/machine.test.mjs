// What programs read of the site: maps, feeds, manifest, and what pages say of themselves; each by its specification.

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import assert from "node:assert/strict";
import { parse } from "parse5";
import { OUTPUT, address, files } from "./site.mjs";

const read = (path) => readFileSync(join(OUTPUT, path), "utf8");
const ORIGIN = /<link rel="canonical" href="(https?:\/\/[^/]+)/.exec(read("index.html"))[1];
const jar = join(dirname(createRequire(import.meta.url).resolve("vnu-jar/package.json")), "build/dist/vnu.jar");

/** Every element of a page with its attributes and text. */
function elements(file) {
  const found = [];
  const walk = (node) => {
    if (node.tagName) found.push({ name: node.tagName, text: node.childNodes.map((child) => child.value ?? "").join(""), ...Object.fromEntries(node.attrs.map(({ name, value }) => [`@${name}`, value])) });
    for (const child of node.childNodes ?? []) walk(child);
  };
  walk(parse(read(file)));
  return found;
}

const pages = files().filter((file) => file.endsWith(".html")).map((file) => ({ file, address: address(file), elements: elements(file) }));
const isHidden = (page) => page.elements.some((one) => one["@name"] === "robots" && /noindex/.test(one["@content"]));
const shown = pages.filter((page) => !isHidden(page));
const meta = (page, name) => page.elements.find((one) => one["@name"] === name || one["@property"] === name)?.["@content"];

test("the maps name every page that may be found, and no other", () => {
  const named = [...read("sitemap.xml").matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url);
  assert.deepEqual([...named].sort(), shown.map((page) => ORIGIN + page.address).sort());
  assert.equal(read("sitemap.txt"), named.map((url) => `${url}\n`).join(""));
  assert.match(read("sitemap.xml"), /<lastmod>\d{4}-\d\d-\d\d<\/lastmod>/);
  assert.match(read("robots.txt"), /^User-agent: \*\nAllow: \/\n/);
});

test("every feed is Atom by its schema or well-formed RSS, and what it names stands", () => {
  const atom = files().filter((file) => file.endsWith("atom.xml"));
  const rss = files().filter((file) => file.endsWith("rss.xml"));
  assert.ok(atom.length > 3 && atom.length === rss.length);
  const schema = new URL("atom.rnc", import.meta.url).href;
  execFileSync("java", ["-jar", jar, "--xml", "--schema", schema, ...atom.map((file) => join(OUTPUT, file))], { stdio: "pipe" });
  const check = `
import sys, email.utils, xml.dom.minidom as dom
for path in sys.argv[1:]:
    channel = dom.parse(path).getElementsByTagName("channel")[0]
    for name in ("title", "link", "description"):
        assert channel.getElementsByTagName(name)[0].firstChild.data
    for date in channel.getElementsByTagName("pubDate"):
        assert email.utils.format_datetime(email.utils.parsedate_to_datetime(date.firstChild.data)) == date.firstChild.data, path
    ids = [one.firstChild.data for one in channel.getElementsByTagName("guid")]
    assert ids and len(ids) == len(set(ids)), path`;
  execFileSync("python3", ["-c", check, ...rss.map((file) => join(OUTPUT, file))]);
  for (const file of [...atom, ...rss]) {
    const links = [...read(file).matchAll(/(?:<link>|text\/html" href=")([^<"]*)/g)].map(([, url]) => new URL(url).pathname);
    assert.ok(links.length > 1, file);
    for (const link of links) assert.ok(existsSync(join(OUTPUT, link, "index.html")), `${file} names ${link}`);
  }
});

test("sections name their feeds", () => {
  const page = pages.find(({ address }) => address === "/tin/");
  const feeds = page.elements.filter((one) => one["@rel"] === "alternate" && /atom|rss/.test(one["@type"]));
  assert.deepEqual(feeds.map((one) => one["@href"]), ["../tin/atom.xml", "../tin/rss.xml"]);
});

test("the manifest names icons that are there, of the size it says", () => {
  const manifest = JSON.parse(read("manifest.json"));
  assert.equal(manifest.start_url, "./");
  for (const { src, sizes, type } of manifest.icons) {
    const icon = readFileSync(join(OUTPUT, src));
    if (type !== "image/png") continue;
    // Width and height stand in the first chunk of a PNG.
    assert.equal(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`, sizes);
  }
  for (const page of shown) assert.ok(page.elements.some((one) => one["@rel"] === "manifest"), page.file);
});

test("every page tells previews and catalogues its title, sentence and address", () => {
  for (const page of shown) {
    const canonical = page.elements.find((one) => one["@rel"] === "canonical")["@href"];
    assert.equal(canonical, ORIGIN + page.address);
    assert.equal(meta(page, "og:url"), canonical);
    for (const name of ["og:title", "og:description", "og:type", "og:site_name", "twitter:card", "dcterms.title", "dcterms.language"]) {
      assert.ok(meta(page, name), `${page.file} has no ${name}`);
    }
    assert.equal(meta(page, "og:description"), meta(page, "description"));
  }
});

test("every page that is shared has a picture of its own, small and of the size it names", () => {
  const sizes = [];
  for (const page of shown) {
    const image = new URL(meta(page, "og:image"));
    assert.equal(image.origin, new URL(ORIGIN).origin, page.file);
    const bytes = readFileSync(join(OUTPUT, image.pathname));
    assert.equal(bytes.toString("latin1", 1, 4), "PNG", page.file);
    assert.equal(`${bytes.readUInt32BE(16)}×${bytes.readUInt32BE(20)}`, `${meta(page, "og:image:width")}×${meta(page, "og:image:height")}`);
    assert.ok(meta(page, "og:image:alt").includes(meta(page, "og:title")), page.file);
    assert.equal(meta(page, "twitter:card"), "summary_large_image");
    sizes.push(bytes.length);
  }
  sizes.sort((a, b) => a - b);
  assert.ok(sizes[sizes.length >> 1] < 20_000 && sizes.at(-1) < 40_000, `${sizes[sizes.length >> 1]}, ${sizes.at(-1)} bytes`);
});

test("what pages say of themselves is JSON-LD, and each says what it is", () => {
  const types = new Map();
  for (const page of shown) {
    for (const { text } of page.elements.filter((one) => one.name === "script" && one["@type"] === "application/ld+json")) {
      for (const thing of [JSON.parse(text)].flat()) {
        assert.equal(thing["@context"], "https://schema.org", page.file);
        types.set(thing["@type"], [...(types.get(thing["@type"]) ?? []), [page, thing]]);
      }
    }
  }
  // Events with a day are looked at in events.test.mjs: the campaign has none yet.
  for (const type of ["Article", "BreadcrumbList", "Dataset", "LearningResource", "WebSite"]) assert.ok(types.has(type), type);
  for (const [page, list] of types.get("BreadcrumbList")) {
    list.itemListElement.forEach((item, at) => {
      assert.equal(item.position, at + 1);
      assert.ok(pages.some((known) => ORIGIN + known.address === item.item), `${page.file}: ${item.item}`);
    });
  }
  for (const [, thing] of types.get("Dataset")) {
    for (const { contentUrl } of thing.distribution) assert.ok(existsSync(join(OUTPUT, new URL(contentUrl).pathname)));
  }
  // Nobody answers for the site yet, so nobody is named.
  assert.equal(JSON.stringify([...types]).includes("GovernmentOrganization"), /^owner:/m.test(readFileSync(new URL("../../content/site.yaml", import.meta.url), "utf8")));
});
