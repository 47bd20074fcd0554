"use strict";
// Takes the place of a worker that kept pages, forgets what it kept, and goes. Made by loa.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  await caches.delete("loa " + new URL("./", self.location).href);
  await self.registration.unregister();
})()));
