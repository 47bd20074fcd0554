// Keeps the open page as it is on the disk, and shows what is wrong with it. Loaded by previews only.
(() => {
  "use strict";
  const me = document.currentScript;
  const words = {
    vi: { region: "Lỗi của trang", fold: "Thu gọn", unfold: "Mở ra", more: "còn nữa:", fine: "Không còn lỗi" },
    en: { region: "What is wrong", fold: "Fold", unfold: "Unfold", more: "more:", fine: "Nothing is wrong any more" },
  }[me.dataset.lang];
  const follows = "follow" in me.dataset;
  let version = `"${me.dataset.version}"`;

  // ---- the page, patched in place ----

  const isOurs = (node) => /^LOA-/.test(node.nodeName) || (node.nodeName === "SCRIPT" && "version" in node.dataset);

  /** What a node is recognised by among its siblings. */
  function key(node) {
    if (node.nodeType !== 1) return `${node.nodeType} ${node.nodeValue.trim()}`;
    return `${node.nodeName} ${node.id || node.getAttribute("name") || node.textContent}`;
  }

  const isState = (element, name) => name === "open" && (element.nodeName === "DETAILS" || element.nodeName === "DIALOG");

  function patchNode(old, fresh) {
    if (old.isEqualNode(fresh)) return;
    if (old.nodeType !== 1) {
      old.nodeValue = fresh.nodeValue;
      return;
    }
    for (const { name } of [...old.attributes]) {
      if (!fresh.hasAttribute(name) && !isState(old, name)) old.removeAttribute(name);
    }
    for (const { name, value } of fresh.attributes) {
      if (old.getAttribute(name) !== value && !isState(old, name)) old.setAttribute(name, value);
    }
    patchChildren(old, fresh);
  }

  /** Makes the children of `old` those of `fresh`; what is the same stays the same node, so that focus, typed words and open parts stay. */
  function patchChildren(old, fresh) {
    const wanted = [...fresh.childNodes].filter((node) => !isOurs(node));
    const wantedKeys = wanted.map(key);
    const left = new Map();
    for (const name of wantedKeys) left.set(name, (left.get(name) ?? 0) + 1);
    const known = new Map();
    for (const node of old.childNodes) {
      if (isOurs(node)) continue;
      const name = key(node);
      if (!known.has(name)) known.set(name, []);
      known.get(name).push(node);
    }
    const skip = (node) => {
      while (node && isOurs(node)) node = node.nextSibling;
      return node;
    };
    let at = skip(old.firstChild);
    wanted.forEach((node, index) => {
      const name = wantedKeys[index];
      left.set(name, left.get(name) - 1);
      const same = known.get(name)?.shift();
      if (same) {
        if (same === at) at = skip(at.nextSibling);
        else old.insertBefore(same, at);
        patchNode(same, node);
        return;
      }
      // A node of the same sort at this place that is wanted nowhere else is this one, edited.
      const isEdited = at && at.nodeType === node.nodeType && at.nodeName === node.nodeName && at.id === node.id && !left.get(key(at));
      if (isEdited) {
        const edited = at;
        const others = known.get(key(edited));
        others?.splice(others.indexOf(edited), 1);
        at = skip(at.nextSibling);
        patchNode(edited, node);
      } else {
        old.insertBefore(document.importNode(node, true), at);
      }
    });
    for (const nodes of known.values()) for (const node of nodes) node.remove();
  }

  /** The smallest part of the page that stands where the reader looks: between two parts the point hits what holds both. */
  function lookedAt() {
    for (let y = innerHeight / 4; y < innerHeight; y += 12) {
      const hit = document.elementFromPoint(innerWidth / 2, y);
      if (hit && !isOurs(hit) && !hit.querySelector("p,li,h1,h2,h3,h4,table,section,article,div")) return hit;
    }
    return document.elementFromPoint(innerWidth / 2, innerHeight / 4);
  }

  // Data of a page, such as JSON-LD, stands in a script that never runs.
  const runs = (script) => !isOurs(script) && !script.type.includes("json");
  const scripts = (page) => [...page.querySelectorAll("script")].filter(runs).map((script) => script.outerHTML).join();

  function patch(fresh) {
    // A script that is new would not run, and one that ran cannot be taken back.
    if (scripts(document) !== scripts(fresh)) return location.reload();
    const root = document.documentElement;
    const seen = lookedAt();
    const top = seen?.getBoundingClientRect().top;
    const anchoring = root.style.overflowAnchor;
    root.style.overflowAnchor = "none";
    for (const { name, value } of fresh.documentElement.attributes) if (root.getAttribute(name) !== value) root.setAttribute(name, value);
    patchChildren(document.head, fresh.head);
    patchChildren(document.body, fresh.body);
    // What the reader looks at stays where it is, whatever was put in above it.
    if (seen?.isConnected && scrollY > 0) scrollBy(0, seen.getBoundingClientRect().top - top);
    root.style.overflowAnchor = anchoring;
  }

  const addressOf = (image) => decodeURI(new URL(image.currentSrc || image.src, location).pathname);

  /** Shows pictures anew that changed: those of `files`, or with nothing named whichever did. */
  async function refreshFiles(files) {
    const ours = [...document.images].filter((image) => new URL(image.currentSrc || image.src, location).origin === location.origin);
    for (const file of new Set(ours.map(addressOf))) {
      if (files && !files.has(file)) continue;
      const shown = ours.filter((image) => addressOf(image) === file);
      const kept = await fetch(shown[0].src, { cache: "force-cache" });
      const now = await fetch(shown[0].src, { cache: files ? "reload" : "no-cache" });
      if (!files && kept.headers.get("ETag") === now.headers.get("ETag")) continue;
      for (const image of shown) image.src = image.src;
    }
  }

  async function refresh() {
    const answer = await fetch(location.pathname + location.search, { headers: { "If-None-Match": version }, cache: "no-store" });
    const known = version;
    if (answer.status < 500) version = answer.headers.get("ETag") ?? version;
    const isPage = answer.headers.get("Content-Type")?.startsWith("text/html");
    // A page that cannot be made leaves the one that is open.
    if (answer.status < 500 && answer.status !== 304 && version !== known && isPage) patch(new DOMParser().parseFromString(await answer.text(), "text/html"));
    const problems = await fetch("/.loa/problems?page=" + encodeURIComponent(decodeURI(location.pathname)), { cache: "no-store" });
    show(await problems.json());
  }

  let running = false;
  let again = false;
  // What is to be done beside: pictures to show anew (all, when nobody knows which), and where to go.
  let files = new Set();
  let follow;
  /** One refresh at a time; what comes meanwhile asks for one more. */
  async function update(message) {
    if (!message?.files) files = null;
    else if (files) for (const file of message.files) files.add(file);
    follow = message?.follow ?? follow;
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      do {
        again = false;
        await refresh();
        const changed = files;
        files = new Set();
        await refreshFiles(changed);
      } while (again);
      const place = follow;
      follow = undefined;
      if (follows && place) goTo(new URL(place, location));
      document.documentElement.dispatchEvent(new CustomEvent("loa-updated", { bubbles: true }));
    } catch {
      // The server is gone for a moment; the connection tells when it is back.
    } finally {
      running = false;
    }
  }

  function goTo(place) {
    if (place.pathname !== location.pathname) {
      location.href = place.href;
      return;
    }
    if (place.hash) {
      history.replaceState(null, "", place.hash);
      document.getElementById(decodeURIComponent(place.hash.slice(1)))?.scrollIntoView({ block: "center" });
    }
  }

  // ---- what is wrong ----

  const STYLE = `
    :host{all:initial}
    section{position:fixed;inset:auto 0 0 0;z-index:2147483647;max-height:60vh;display:flex;flex-direction:column;background:#1d1b1a;color:#f6f2ee;
      font:16px/1.5 system-ui,sans-serif;border-top:4px solid #e8776b}
    section.mild{border-color:#e0b040}
    section[hidden],div[hidden]{display:none}
    button{all:unset;cursor:pointer;padding:.6rem 1rem;font-weight:600;display:flex;gap:.75rem;justify-content:space-between}
    button:focus-visible,div:focus-visible{outline:3px solid #9cc4ff;outline-offset:-3px}
    div{overflow:auto;padding:0 1rem 1rem}
    pre{margin:.75rem 0 0;padding:.75rem;background:#2b2827;font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere;
      border-inline-start:4px solid #e8776b}
    pre.warning{border-color:#e0b040}
    .said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    @media print{:host{display:none}}`;

  let panel;
  function makePanel() {
    const host = document.querySelector("loa-preview") ?? document.body.appendChild(document.createElement("loa-preview"));
    host.lang = me.dataset.lang;
    const shadow = host.attachShadow({ mode: "open" });
    shadow.innerHTML = `<style>${STYLE}</style><section hidden><button type="button" aria-controls="list"><span></span><span></span></button>
      <div id="list" tabindex="0"></div></section><p class="said" role="status"></p>`;
    const [section, button, list, said] = ["section", "button", "div", "p"].map((name) => shadow.querySelector(name));
    section.setAttribute("aria-label", words.region);
    button.addEventListener("click", () => {
      sessionStorage.setItem("loa-folded", String(!list.hidden));
      fold(!list.hidden);
    });
    const fold = (folded) => {
      list.hidden = folded;
      button.setAttribute("aria-expanded", String(!folded));
      button.lastChild.textContent = folded ? words.unfold : words.fold;
    };
    return { section, summary: button.firstChild, list, said, fold };
  }

  let shown = "";
  function show(problems) {
    panel ??= makePanel();
    const now = JSON.stringify(problems);
    if (now === shown) return;
    shown = now;
    const some = problems.errors + problems.warnings > 0;
    panel.said.textContent = some ? problems.summary : panel.section.hidden ? "" : words.fine;
    panel.section.hidden = !some;
    panel.section.classList.toggle("mild", problems.errors === 0);
    panel.summary.textContent = problems.summary;
    panel.list.replaceChildren(
      ...problems.items.map((problem) => {
        const text = document.createElement("pre");
        text.className = problem.severity;
        text.textContent = problem.text;
        return text;
      }),
    );
    if (problems.more) panel.list.append(`${words.more} ${problems.more}`);
    // Warnings do not cover the page unless they are asked for.
    const folded = sessionStorage.getItem("loa-folded");
    panel.fold(folded === null ? problems.errors === 0 : folded === "true");
  }

  // ---- the connection ----

  let events;
  function connect() {
    // A browser opens six connections to a server; pages that nobody looks at keep none of them.
    if (document.hidden) {
      events?.close();
      events = null;
    } else if (!events) {
      events = new EventSource("/.loa/updates");
      // What changed while nobody listened is not known.
      events.addEventListener("connected", () => update());
      events.addEventListener("update", (event) => update(JSON.parse(event.data)));
    }
  }
  document.addEventListener("visibilitychange", connect);
  addEventListener("pagehide", () => {
    events?.close();
    events = null;
  });
  addEventListener("pageshow", connect);
  connect();
})();
