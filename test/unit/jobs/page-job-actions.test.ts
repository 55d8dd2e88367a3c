import { expect, it } from 'vitest';
import type { PageJob } from '@/lib/jobs/page-job';
import { pageJobActions } from '@/lib/jobs/page-job-actions';
import { PROJECT } from '../../samples/jobs';

const core = {
  ...{ id: 'op', batchId: 'op', createdAt: 1, account: 'ada', projectId: PROJECT },
  ...{ title: 'A kite', sourceIds: [] },
};
const running: PageJob = {
  ...{ ...core, action: 'text', prompt: 'A kite' },
  ...{ state: 'running', status: 'x', heardAt: 1 },
};
const done: PageJob = { ...core, action: 'text', state: 'done', endedAt: 2, mediaId: 'clip' };
const failed: PageJob = {
  ...{ ...core, action: 'edit', state: 'failed', endedAt: 2 },
  failure: { kind: 'generation', charged: 'unknown' },
};

it.each<[string, PageJob, boolean, string, string[][]]>([
  ['one that runs', running, false, 'show', [['copyPrompt']]],
  [
    'a finished one',
    done,
    false,
    'save',
    [
      ['extend', 'reshoot', 'upscale'],
      ['show', 'clear'],
    ],
  ],
  [
    'one not saved',
    done,
    true,
    'saveAgain',
    [
      ['extend', 'reshoot', 'upscale'],
      ['show', 'clear'],
    ],
  ],
  [
    'an upscaled one',
    { ...done, action: 'upscale' },
    false,
    'save',
    [
      ['extend', 'reshoot'],
      ['show', 'copySettings', 'clear'],
    ],
  ],
  ['one without a clip', { ...done, mediaId: undefined } as never, false, 'show', [['clear']]],
  ['a failed one', failed, false, 'show', [['clear']]],
  [
    'one off the list',
    { ...done, clearedAt: 3 },
    false,
    'putBack',
    [['save'], ['extend', 'reshoot', 'upscale'], ['show']],
  ],
])(
  '%s offers what it can, and is never sent, cancelled or sent again',
  (_, job, isUnsaved, main, more) => {
    expect(pageJobActions(job, isUnsaved)).toEqual({ main, more });
  },
);
