"use strict";
// Keeps what was read, and the essentials, for when there is no network. Made by loa; the first lines are the site's own.
const BASE = new URL("./", self.location).href;
const NAME = "loa " + BASE;
// A page that is kept is shown when the network takes longer, in milliseconds.
const PATIENCE = 4000;

async function digest(response) {
  const sum = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
  return Array.from(new Uint8Array(sum, 0, 4), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Fetches one file anew; what is gone is dropped. Fails without a network, and leaves what is kept.
async function renew(cache, url) {
  const fresh = await fetch(url, { cache: "no-cache" });
  if (fresh.ok && !fresh.redirected) await cache.put(url, fresh);
  else await cache.delete(url);
}

// Keeps a page with its pictures.
async function keep(cache, url) {
  await renew(cache, url);
  const page = await cache.match(url);
  const text = page ? await page.text() : "";
  const pictures = Array.from(text.matchAll(/<img [^>]*?src="([^"]+)"/g), (found) => new URL(found[1], url).href);
  for (const picture of pictures) {
    if (picture.startsWith(BASE) && !(await cache.match(picture))) await renew(cache, picture);
  }
}

// After an update only what differs is fetched. Pages are told apart by their digests; other files the server says are the same.
async function update() {
  const cache = await caches.open(NAME);
  const wanted = new Set(ESSENTIALS.map((path) => BASE + path));
  for (const { url } of await cache.keys()) {
    const known = PAGES[url.slice(BASE.length)];
    if (known && (await digest(await cache.match(url))) === known) wanted.delete(url);
    else wanted.add(url);
  }
  for (const url of wanted) await (PAGES[url.slice(BASE.length)] ? keep(cache, url) : renew(cache, url));
}

const address = (url) => url.split(/[?#]/)[0];

self.addEventListener("install", (event) => event.waitUntil(update().then(() => self.skipWaiting())));

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  await self.clients.claim();
  const cache = await caches.open(NAME);
  // The page that is open was read before this worker was there.
  for (const { url } of await self.clients.matchAll({ type: "window" })) {
    if (PAGES[address(url).slice(BASE.length)] && !(await cache.match(address(url)))) await keep(cache, address(url));
  }
})().catch(() => {})));

// A page asks for others to be kept.
self.addEventListener("message", (event) => {
  const urls = event.data.map(address).filter((url) => PAGES[url.slice(BASE.length)]);
  const kept = caches.open(NAME).then((cache) => Promise.all(urls.map((url) => keep(cache, url))));
  event.waitUntil(kept.then(() => event.ports[0].postMessage(urls.length), () => event.ports[0].postMessage(0)));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const isPage = request.mode === "navigate";
  if (request.method !== "GET" || !request.url.startsWith(BASE) || request.headers.has("range")) return;
  if (isPage || ["image", "script", "style"].includes(request.destination)) event.respondWith(answer(event, request, isPage));
});

async function answer(event, request, isPage) {
  const cache = await caches.open(NAME);
  const url = isPage ? address(request.url) : request.url;
  const fresh = fetch(request);
  const stored = fresh.then((response) => {
    const isHtml = /^text\/html/.test(response.headers.get("content-type"));
    if (response.ok && !response.redirected && isHtml === isPage) return cache.put(url, response.clone());
  });
  event.waitUntil(stored.catch(() => {}));
  const kept = await cache.match(url);
  if (!kept) return isPage ? fresh.catch(() => fallback(cache)) : fresh;
  const late = new Promise((done) => setTimeout(done, PATIENCE));
  const shown = () => (isPage ? marked(kept) : kept);
  return Promise.race([fresh, late.then(shown)]).catch(shown);
}

function page(text, like, status) {
  const headers = new Headers(like.headers);
  for (const name of ["content-length", "content-encoding", "etag", "last-modified"]) headers.delete(name);
  return new Response(text, { headers, status });
}

// A kept page says that it is one.
async function marked(kept) {
  return page((await kept.text()).replace(/<main[^>]*>/, (main) => main + NOTICE), kept, 200);
}

// What stands in for a page that was never read: what can be read instead. It is shown at any address, so its links begin at the site.
async function fallback(cache) {
  const offline = await cache.match(BASE + OFFLINE);
  if (!offline) return Response.error();
  let list = "";
  for (const { url } of await cache.keys()) {
    const path = url.slice(BASE.length);
    if (!PAGES[path] || path === OFFLINE) continue;
    const title = /<h1[^>]*>([^]*?)<\/h1>/.exec(await (await cache.match(url)).text());
    if (title) list += `<li><a href="${url}">${title[1].replace(/<[^>]*>/g, "")}</a></li>`;
  }
  const text = (await offline.text()).replace(/="\.\.\//g, '="' + BASE);
  return page(text.replace("<div data-kept></div>", `<ul class="list">${list}</ul>`), offline, 503);
}
