// How a page calls: in the way that ?calls= names, else that of its document; and a record of what came back.
const own = { errors: [], calls: [], sessionId: `;${Date.now()}` };
window.__page = own;
addEventListener('error', (event) => own.errors.push(String(event.message)));
addEventListener('unhandledrejection', (event) => own.errors.push(String(event.reason)));

export const { sessionId } = own;
const usual = document.documentElement.dataset.calls ?? 'fetch-string';
const way = () => new URLSearchParams(location.search).get('calls') ?? usual;

function viaXhr(url, { method, headers, body }) {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(method, url);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.onload = () => {
      const usable =
        xhr instanceof XMLHttpRequest && xhr.readyState === 4 && xhr.responseURL === url;
      resolve({ status: xhr.status, text: xhr.responseText, usable });
    };
    xhr.onerror = () => reject(new Error(`XMLHttpRequest failed: ${url}`));
    xhr.send(body);
  });
}

function start(url, init) {
  const { headers } = init;
  switch (way()) {
    case 'fetch-url':
      return fetch(new URL(url), init);
    case 'fetch-request':
      return fetch(new Request(url, init));
    case 'headers-object':
      return fetch(url, { ...init, headers: { ...headers } });
    case 'headers-array':
      return fetch(url, { ...init, headers: Object.entries(headers) });
    default: // fetch-string, headers-headers
      return fetch(url, { ...init, headers: new Headers(headers) });
  }
}

async function viaFetch(url, init) {
  const promise = start(url, init);
  const response = await promise;
  const fresh = promise instanceof Promise && response instanceof Response && !response.bodyUsed;
  const copy = await response.clone().text();
  const text = await response.text();
  const usable = fresh && copy === text && response.url === url && response.bodyUsed;
  return { status: response.status, text, usable };
}

export async function call(name, url, { method = 'GET', headers = {}, body } = {}) {
  const init = { method, headers, ...(body === undefined ? {} : { body }) };
  const entry = { name, method, url, way: way(), body };
  own.calls.push(entry);
  const answer = await (way() === 'xhr' ? viaXhr(url, init) : viaFetch(url, init));
  Object.assign(entry, answer);
  if (answer.status >= 400) throw new Error(`${name}: ${answer.status}`);
  return answer.text;
}
