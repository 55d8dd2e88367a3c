// Every function that somebody might use behind the page's back is another one, before any script of
// Flow: asked for by ?attack=natives. The page goes on working with these.

const { apply: applied, defineProperty } = Reflect;
const { indexOf } = String.prototype;
const seen = new Set();
const events = [];

// Who has called: `f` is what stands in stacks for a script that hides its address.
function note(name) {
  const { stack } = new Error();
  if (applied(indexOf, stack, ['(f:']) >= 0 || applied(indexOf, stack, ['at f:']) >= 0)
    seen.add(String(name));
}

function replace(owner, ...names) {
  for (const name of names) {
    const own = owner[name];
    owner[name] = function (...given) {
      note(name);
      return applied(own, this, given);
    };
  }
}

// One that any object seems to have; asked for by those who take one for a plain one.
const haunt = (name) =>
  defineProperty(Object.prototype, name, {
    configurable: true,
    get: () => note(`an object's ${name}`),
    set(value) {
      defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true });
    },
  });

replace(MessagePort.prototype, 'postMessage', 'start');
replace(EventTarget.prototype, 'addEventListener', 'dispatchEvent');
replace(Promise.prototype, 'then', 'catch', 'finally');
replace(Array.prototype, Symbol.iterator, 'includes', 'map', 'slice');
replace(JSON, 'stringify', 'parse');
replace(TextDecoder.prototype, 'decode');
replace(WeakMap.prototype, 'get', 'set', 'has');
replace(Response.prototype, 'clone', 'text', 'arrayBuffer', 'json', 'blob');
replace(Request.prototype, 'clone', 'text');
replace(Headers.prototype, 'get', 'has');
replace(RegExp.prototype, 'exec', 'test', Symbol.match);
replace(Function.prototype, 'toString', 'call', 'bind');
replace(Reflect, 'apply', 'get', 'getOwnPropertyDescriptor');
replace(window, 'postMessage', 'setTimeout', 'Request', 'Response', 'URL');
for (const name of ['toJSON', 'get', 'has', 'construct', 'once', 'transfer', 'ports', 'length'])
  haunt(name);
for (const type of ['message', 'messageerror'])
  addEventListener(type, () => events.push(type), true);

// An address of the site that answers without doing anything, and what the page's calls go to.
const [ADDRESS, CALLS] =
  location.hostname === 'labs.google'
    ? ['/fx/api/auth/session', /\/auth\/session$/]
    : ['/_/AiSandboxAngularFrontend/data/batchexecute', /\/batchexecute(?:\?|$)/];

// A function of the old kind, which learns who has called it.
const nosy = new Function(
  'found',
  'address',
  'return function asked() { found.push(asked.caller); return address; }',
);

// What a page gets hold of while its own texts and getters are read in the middle of a call.
async function callers() {
  const found = [];
  const ofOthers = (site) => /^(?:chrome|moz)-extension:/.test(site.getFileName() ?? '');
  Error.prepareStackTrace = (_, sites) =>
    sites.filter(ofOthers).flatMap((site) => [site.getFunction(), site.getThis()]);
  const headers = { get: () => found.push(...new Error().stack) && {} };
  await fetch({ toString: nosy(found, ADDRESS) });
  await fetch(ADDRESS, Object.create(null, { headers }));
  new XMLHttpRequest().open('GET', { toString: nosy(found, ADDRESS) });
  Error.prepareStackTrace = undefined;
  // Without a frame that was looked at this would prove nothing.
  return [found.length >= 4, ...found.filter((each) => each ?? false).map(String)];
}

const OF_THE_PAGE = ['attack', '__page', 'WIZ_global_data'];

// The functions of this window beside those of a frame that nobody has touched.
async function differences() {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const other = frame.contentWindow;
  const facts = (owner, name) => {
    const { value, ...flags } = Reflect.getOwnPropertyDescriptor(owner, name);
    const own = Object.getOwnPropertyNames(value);
    return JSON.stringify([flags, own, value.length, value.name, `${value}`]);
  };
  const differ = [
    [window, other, 'fetch'],
    [XMLHttpRequest.prototype, other.XMLHttpRequest.prototype, 'open'],
    [XMLHttpRequest.prototype, other.XMLHttpRequest.prototype, 'send'],
  ].filter(([mine, theirs, name]) => facts(mine, name) !== facts(theirs, name));
  const names = Object.getOwnPropertyNames(window).filter(
    (name) => !(name in other) && !OF_THE_PAGE.includes(name) && Number.isNaN(+name),
  );
  frame.remove();
  return [...differ.map(([, , name]) => name), ...names];
}

const asks = () => performance.getEntriesByType('resource').filter(({ name }) => CALLS.test(name));

const own = () => window.__page.calls.filter(({ url }) => CALLS.test(url));

window.attack = {
  callers,
  differences,
  seen: async () => [...seen, ...events],
  asks: async () => asks().length - own().length,
};
