import { expect, it } from 'vitest';
import { settingsOfPage } from '@/lib/drafts/settings-of';
import type { PageJob } from '@/lib/jobs/page-job';
import { PROJECT } from '../../samples/jobs';

const page = (own: Partial<PageJob>): PageJob =>
  ({
    ...{ id: 'op', batchId: 'op', createdAt: 1, account: 'ada', projectId: PROJECT },
    ...{ title: '', sourceIds: ['one', 'two'], seed: 7, state: 'done', endedAt: 2, ...own },
  }) as PageJob;

it.each([
  [
    'an extend',
    page({ action: 'extend', prompt: 'On', range: { start: 168, end: 191 } }),
    {
      ...{ action: 'extend', clipId: 'one', seed: 7, takes: 1 },
      ...{ extendPrompt: 'On', range: { start: 168, end: 191 } },
    },
  ],
  [
    'an extend of which little was seen',
    page({ action: 'extend' }),
    { action: 'extend', clipId: 'one', seed: 7, takes: 1 },
  ],
  [
    'a reshoot',
    page({ action: 'reshoot', move: 'UP' }),
    { action: 'reshoot', clipId: 'one', moves: ['UP'], seed: 7, takes: 1 },
  ],
  [
    'an upscale',
    page({ action: 'upscale' }),
    { action: 'upscale', clipId: 'one', moreClipIds: [], seed: 7, takes: 1 },
  ],
  [
    'one from images',
    page({ action: 'references', prompt: 'Both', aspect: 'portrait' }),
    {
      ...{ action: 'references', imageIds: ['one', 'two'], seed: 7, takes: 1 },
      ...{ referencesPrompt: 'Both', aspect: 'portrait' },
    },
  ],
  ['what is not asked for from here', page({ action: 'edit' }), undefined],
])(
  'of what the page has started, %s is asked for once more with what was seen of it',
  (_, job, expected) => {
    expect(settingsOfPage(job)).toEqual(expected);
  },
);
