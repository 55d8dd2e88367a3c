// The attacker's service worker: whatever the page has laid into the cache is the answer to that
// address, whoever asks and however. Everything that it was asked for is told to the page.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  event.respondWith(
    caches.match(event.request.url).then((forged) => forged ?? fetch(event.request)),
  );
});
