// What a hostile script does in a page of either site: by its worker, its windows and its frames.

// From now on the page's own service worker answers in the place of Flow.
export async function takeOver(script, scope) {
  const controlled = new Promise((resolve) =>
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
  );
  await navigator.serviceWorker.register(script, { scope });
  await controlled;
  return caches.open('forged');
}

// A right click that no hand has made, on a video that is in no page.
export function click(source) {
  const video = document.createElement('video');
  video.src = source;
  for (const place of [video, document.body, document.querySelector('video, .tile')])
    for (const type of ['pointerdown', 'contextmenu'])
      place.dispatchEvent(new MouseEvent(type, { bubbles: true, button: 2, composed: true }));
}

// A fresh window has the functions that its opener puts there before any script begins, ours among
// them: so the attacker gets hold of the port itself, and tells what it likes.
export async function openFresh(address) {
  const opened = window.open(address);
  const { prototype } = opened.MessagePort;
  const { postMessage } = prototype;
  const heard = [];
  for (const type of ['message', 'messageerror'])
    opened.addEventListener(type, () => heard.push(type), true);
  const port = await new Promise((resolve) => {
    prototype.postMessage = function (...given) {
      resolve(this);
      return postMessage.apply(this, given);
    };
  });
  const tell = (...given) => postMessage.apply(port, given);
  Object.assign(window, { tell, heard });
}

// A frame of Flow inside a page of Flow; over once it has what is to be shown.
export async function frame(address, shown) {
  const made = document.createElement('iframe');
  made.src = address;
  document.body.append(made);
  await new Promise((resolve) => made.addEventListener('load', resolve));
  const { MutationObserver: Watch } = made.contentWindow;
  const page = made.contentDocument;
  await new Promise((resolve) => {
    const look = () => page.querySelector(shown) && resolve();
    new Watch(look).observe(page, { childList: true, subtree: true });
    look();
  });
}
