import { describe, expect, it, vi } from 'vitest';
import type { Media } from '@/lib/flow/media';
import { findMoved } from '@/lib/queue/find-moved';
import { createFakePorts } from '../../fakes/fake-ports';
import { ACCOUNT, clip, JOBS, uuid } from '../../samples/jobs';

const { running } = JOBS;
/** The clip that Flow has made of it: by seed and model, later than the job. */
const made = (own: Partial<Media> = {}): Media =>
  clip(40, {
    ...{ seed: running.request.seed, model: running.request.modelKey, seenAt: 9000 },
    ...own,
  });

function arrange(listed: Media[] | undefined) {
  const fake = createFakePorts([running]);
  Object.assign(fake.world, { moved: true, credentials: undefined });
  const list = vi.spyOn(fake.ports.session, 'projectMedia').mockResolvedValue(listed);
  return { ...fake, list };
}

const stateOf = ({ stored }: ReturnType<typeof arrange>) => stored.get(running.id)?.state;

describe('a running job whose account has moved', () => {
  it('is done with the clip that its project’s list shows', async () => {
    const fake = arrange([made()]);
    await findMoved(fake.ports, running.account);
    expect(fake.stored.get(running.id)).toMatchObject({
      state: 'done',
      result: { mediaId: made().id },
    });
  });

  it.each([
    ['the list has no such clip', [clip(41, { seed: 1, seenAt: 9000 })]],
    ['two clips fit it', [made(), made({ id: clip(42).id, key: uuid(42) })]],
    ['no page answers', undefined],
  ])('goes on running while %s', async (_, listed) => {
    const fake = arrange(listed);
    await findMoved(fake.ports, running.account);
    expect(stateOf(fake)).toBe('running');
  });
});

it.each([
  ['has not moved', { moved: false }],
  ['has a page that can still be asked', { credentials: { token: 'a', sessionId: ';1' } }],
])('nothing is looked for where the account %s', async (_, world) => {
  const fake = arrange([made()]);
  Object.assign(fake.world, world);
  await findMoved(fake.ports, ACCOUNT);
  await findMoved(fake.ports, undefined);
  expect(fake.list).not.toHaveBeenCalled();
  expect(stateOf(fake)).toBe('running');
});
