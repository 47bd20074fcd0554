// Follows every link of a served site, anchors included.

import { parse } from "parse5";

const LINKS = { a: "href", link: "href", img: "src", form: "action", source: "src", script: "src" };

function walk(node, visit) {
  visit(node);
  for (const child of node.childNodes ?? []) walk(child, visit);
}

function read(html) {
  const page = { ids: new Set(), links: [] };
  walk(parse(html), (node) => {
    const attribute = (name) => node.attrs?.find((a) => a.name === name)?.value;
    const id = attribute("id");
    if (id) page.ids.add(id);
    const link = LINKS[node.tagName] && attribute(LINKS[node.tagName]);
    if (link !== undefined && attribute("rel") !== "canonical") page.links.push(link);
    const refresh = attribute("http-equiv") === "refresh" && attribute("content");
    if (refresh) page.links.push(refresh.split("url=")[1]);
  });
  return page;
}

/** Crawls from `start`; gives the pages that were reached and what is broken. */
export async function crawl(start) {
  const root = new URL(start);
  const reached = new Map();
  const broken = [];
  const queue = [[root.href, "the start"]];
  const anchors = [];
  while (queue.length > 0) {
    const [href, from] = queue.shift();
    const url = new URL(href);
    url.hash = "";
    if (reached.has(url.href)) continue;
    const answer = await fetch(url, { redirect: "manual" });
    const type = answer.headers.get("content-type") ?? "";
    const page = type.startsWith("text/html") ? read(await answer.text()) : { ids: new Set(), links: [] };
    reached.set(url.href, page);
    if (answer.status !== 200) broken.push(`${url.pathname} answers ${answer.status}, linked from ${from}`);
    for (const link of page.links) {
      const target = new URL(link, url);
      if (target.origin !== root.origin) continue;
      if (!target.pathname.startsWith(root.pathname)) {
        broken.push(`${target.pathname} leads out of the site, linked from ${url.pathname}`);
        continue;
      }
      if (target.hash) anchors.push([target.href, url.pathname]);
      queue.push([target.href, url.pathname]);
    }
  }
  for (const [href, from] of anchors) {
    const url = new URL(href);
    const id = decodeURIComponent(url.hash.slice(1));
    url.hash = "";
    if (!reached.get(url.href)?.ids.has(id)) broken.push(`${href} has no such place, linked from ${from}`);
  }
  return { reached: [...reached.keys()].map((href) => new URL(href).pathname), broken };
}
