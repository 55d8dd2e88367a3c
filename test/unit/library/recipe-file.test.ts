import { expect, it } from 'vitest';
import { recipeOf } from '@/lib/library/recipe';
import { recipeFile } from '@/lib/library/recipe-file';
import { ACCOUNT, clip } from '../../samples/jobs';
import { ours, pages } from '../../samples/library';

const url = 'https://storage.googleapis.com/ai-sandbox-videofx/video/secret?Signature=s';
const media = clip(2, { title: 'Ferry', url, poster: url, width: 1280, height: 720 });

const written = (...[made, maker]: Parameters<typeof recipeOf>): string =>
  recipeFile({
    ...{ media: made, title: made.title, recipe: recipeOf(made, maker), now: Date.UTC(2026, 1, 3) },
    sources: [{ id: clip(1).id, title: 'Harbour' }],
    projectTitle: 'Harbour film',
  });

it('the file of a recipe says how a clip was made, in one form', () => {
  expect(JSON.parse(written(media, ours()))).toEqual({
    ...{ schemaVersion: 1, tool: 'Second Take', savedAt: '2026-02-03T00:00:00.000Z' },
    ...{ project: 'Harbour film', id: clip(2).id, kind: 'video', title: 'Ferry', prompt: null },
    ...{ madeBy: 'reshoot', model: 'veo_3_0_reshoot_landscape', seed: 7, shape: 'landscape' },
    ...{ resolution: '720p', frames: 192, cameraMove: 'UP', continuedFromFrames: null },
    sources: [{ id: clip(1).id, title: 'Harbour' }],
    madeAt: '1970-01-01T00:00:02.000Z',
  });
});

it('the file of a recipe says of an upload when it turned up, and of the rest that it is not known', () => {
  const { aspect: _aspect, frames: _frames, ...bare } = clip(3, { seenAt: 5000 });
  expect(JSON.parse(written(bare))).toMatchObject({
    ...{ madeBy: null, model: null, shape: null, frames: null },
    firstSeenAt: '1970-01-01T00:00:05.000Z',
  });
});

it.each([ours(), pages()])(
  'the file of a recipe names no account, no token and no URL',
  (maker) => {
    const text = written(media, maker);
    expect(text).not.toMatch(/https?:|Signature/);
    expect(text).not.toContain(ACCOUNT);
    expect(text).not.toContain(maker.id);
  },
);
