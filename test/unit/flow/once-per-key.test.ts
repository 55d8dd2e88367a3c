import { expect, it } from 'vitest';
import { type Media, oncePerKey } from '@/lib/flow/media';

const media = (id: string, key: string, own: Partial<Media> = {}): Media => ({
  ...{ id, key, kind: 'video', projectId: 'project', title: '', seenAt: 1 },
  ...own,
});

it('a medium that Flow names by two ids is there once, by the id that was seen last', () => {
  const old = media('CAUS-a', 'a', { seenAt: 1, frames: 192, title: 'Old' });
  const next = media('a', 'a', { seenAt: 2, title: 'New' });
  expect(oncePerKey([next, old])).toEqual([{ ...old, ...next }]);
});

it('media of other keys stay as they are', () => {
  const all = [media('a', 'a'), media('b', 'b'), media('a_upsampled', 'a_upsampled')];
  expect(oncePerKey(all)).toEqual(all);
});
