import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createComposer } from '@/components/store/composer';
import { createTyped } from '@/components/store/typed';
import { type Draft, EMPTY_DRAFT } from '@/lib/drafts/draft';
import { eventually } from '../../../house/eventually';

interface Stored {
  readonly writer: string;
  readonly draft: Draft;
}

const LONGER_THAN_THE_DELAY_MS = 100;

/** A store that hands its changes out when the test says so, as a browser does: later. */
const store = vi.hoisted(() => ({
  written: [] as Stored[],
  tell: (_: Stored) => {},
  get: async () => ({ writer: '', draft: EMPTY_DRAFT }),
  async set(value: Stored) {
    store.written.push(value);
  },
  watch(changed: (value: Stored) => void) {
    store.tell = changed;
    return () => {};
  },
}));

vi.mock('@/lib/storage/items', () => ({ draft: store }));

const load = async () => {
  const composer = createComposer(createTyped());
  await eventually(() => expect(composer.draft.value).toBeDefined());
  vi.useFakeTimers();
  return composer;
};

describe('the draft', () => {
  let leavePage = () => {};

  beforeEach(() => {
    vi.stubGlobal('document', { addEventListener: () => {} });
    vi.stubGlobal('addEventListener', (_: string, leave: () => void) => {
      leavePage = leave;
    });
    store.written = [];
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is stored once, a moment after several changes', async () => {
    const { change } = await load();
    change({ extendPrompt: 'She' });
    change({ extendPrompt: 'She looks up.' });
    vi.advanceTimersByTime(LONGER_THAN_THE_DELAY_MS);
    expect(store.written.map(({ draft }) => draft.extendPrompt)).toEqual(['She looks up.']);
  });

  it('is stored at once when the page goes', async () => {
    const { change } = await load();
    change({ takes: 3 });
    leavePage();
    expect(store.written).toHaveLength(1);
  });

  it('is not undone by its own write on the way back', async () => {
    const { change, draft } = await load();
    change({ range: { start: 100, end: 150 } });
    vi.advanceTimersByTime(LONGER_THAN_THE_DELAY_MS);
    change({ range: { start: 99, end: 150 } });
    for (const written of store.written) store.tell(structuredClone(written));
    expect(draft.value?.range?.start).toBe(99);
  });

  it('follows a change from another page', async () => {
    const { draft } = await load();
    store.tell({ writer: 'menu', draft: { ...EMPTY_DRAFT, clipId: 'witch' } });
    expect(draft.value?.clipId).toBe('witch');
  });
});
