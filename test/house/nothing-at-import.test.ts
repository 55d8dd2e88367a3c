import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** What was begun, and by which import; the modules of libraries may do as they like. */
const begun = vi.hoisted(() => [] as string[]);
const note = vi.hoisted(() => (what: string) => {
  const stack = new Error(what).stack?.split('\n') ?? [];
  const own = stack.find(
    (line) => /\/(lib|components|begins)\//.test(line) && !line.includes('node_modules'),
  );
  if (own) begun.push(`${what} ${own.trim().replace(/^.*\/(lib|components|begins)\//, '$1/')}`);
});

vi.mock('@preact/signals', async (original) => {
  const real = await original<typeof import('@preact/signals')>();
  return {
    ...real,
    effect: (...args: Parameters<typeof real.effect>) => {
      note('effect');
      return real.effect(...args);
    },
    signal: (value: unknown) => {
      note('signal');
      return real.signal(value);
    },
    computed: (...args: Parameters<typeof real.computed>) => {
      note('computed');
      return real.computed(...args);
    },
  };
});

const listener = (name: string) => () => note(name);

/** Everything by which a module could begin something: in the page, in the browser, in the database. */
function watchWorld(): void {
  // What the MAIN world saves of the page before the page has run.
  vi.stubGlobal('window', globalThis);
  for (const name of ['XMLHttpRequest', 'Node']) vi.stubGlobal(name, class {});
  vi.stubGlobal('addEventListener', listener('listener'));
  vi.stubGlobal('document', {
    addEventListener: listener('listener'),
    createElement: listener('element'),
    querySelector: listener('query'),
  });
  for (const name of ['setTimeout', 'setInterval', 'fetch', 'requestAnimationFrame'])
    vi.stubGlobal(name, listener(name));
  vi.stubGlobal('indexedDB', { open: listener('database') });
  vi.stubGlobal('BroadcastChannel', listener('channel'));
  const { storage, runtime, tabs, alarms } = fakeBrowser;
  for (const [name, object, method] of [
    ['storage', storage.local, 'get'],
    ['storage', storage.local, 'set'],
    ['onChanged', storage.onChanged, 'addListener'],
    ['sendMessage', runtime, 'sendMessage'],
    ['onMessage', runtime.onMessage, 'addListener'],
    ['tabs', tabs, 'query'],
    ['onUpdated', tabs.onUpdated, 'addListener'],
    ['alarms', alarms, 'create'],
  ] as const)
    Object.assign(object, { [method]: listener(name) });
}

beforeEach(() => {
  begun.length = 0;
  // What the setup of all tests has imported is loaded anew.
  vi.resetModules();
  watchWorld();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const modules = {
  ...import.meta.glob('../../lib/**/*.ts'),
  ...import.meta.glob('../../components/**/*.{ts,tsx}'),
};

it('importing any module of lib and components begins nothing', async () => {
  for (const load of Object.values(modules)) await load();
  expect(Object.keys(modules).length).toBeGreaterThan(300);
  expect(begun).toEqual([]);
});

it('importing a module that begins something is noticed', async () => {
  await import('./begins/at-import');
  expect(begun.map((line) => line.split(' ')[0])).toEqual([
    ...['signal', 'effect', 'listener', 'setInterval', 'onMessage'],
  ]);
});

it('no module of lib and components keeps a variable', () => {
  const texts = import.meta.glob<string>(['../../lib/**/*.ts', '../../components/**/*.{ts,tsx}'], {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const kept = Object.entries(texts).filter(([, text]) => /^(?:export )?(?:let|var) /m.test(text));
  expect(kept.map(([file]) => file)).toEqual([]);
});
