import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, beforeAll, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { database } from '@/lib/storage/database';
import { clearAll } from '../fakes/table-of';
import { provideLocks } from './locks';
import { SEED } from './seed';

fc.configureGlobal({ seed: SEED });
provideLocks();

// English for all: which file loads a shared module first makes no difference.
vi.mock('#i18n', async () => ({ i18n: (await import('../fakes/english')).english }));

// Files share their modules (vitest.config.ts): each begins with empty storage and the real world.
beforeAll(async () => {
  fakeBrowser.reset();
  await clearAll(database);
});

afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
