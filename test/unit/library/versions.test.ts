import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Media } from '@/lib/flow/media';
import { entriesOf } from '@/lib/library/entry';
import { makersOf } from '@/lib/library/recipe';
import { groupVersions } from '@/lib/library/versions';
import { clip, image, uuid } from '../../samples/jobs';
import { ours, pages } from '../../samples/library';

const grouped = (media: readonly Media[], makers: Parameters<typeof makersOf> = [[], []]) =>
  groupVersions(entriesOf(media, makersOf(...makers))).map(({ versions }) =>
    versions.map((version) => version.media.title),
  );

describe('versions of one clip', () => {
  it('are what Flow keeps in one workflow, the newest on top', () => {
    const media = [1, 2, 3].map((n) => clip(n, { workflowId: n === 2 ? 'b' : 'a', madeAt: n }));
    expect(grouped(media)).toEqual([['Clip 3', 'Clip 1'], ['Clip 2']]);
  });

  it('are an upscale and its source by their keys, also where both turn up at once', () => {
    const upscale = clip(2, { key: `${uuid(1)}_upsampled`, seenAt: 0 });
    expect(grouped([clip(1), upscale])).toEqual([['Clip 2', 'Clip 1']]);
    expect(grouped([upscale, clip(1)])).toEqual([['Clip 2', 'Clip 1']]);
    expect(grouped([upscale])).toEqual([['Clip 2']]);
  });

  it('are source, edit and upscale, whoever has made each', () => {
    const third = ours({ id: uuid(3) }, { action: 'upscale', mediaId: clip(2).id });
    const upscale = { ...third, result: { mediaId: clip(3).id, hasFile: false } };
    const media = [clip(3), clip(1), clip(2)];
    expect(grouped(media, [[upscale], [pages()]])).toEqual([['Clip 3', 'Clip 2', 'Clip 1']]);
  });

  it('stand above what they were made from, whatever their times say', () => {
    const media = [clip(1, { madeAt: 9000 }), clip(2, { madeAt: 100 })];
    expect(grouped(media, [[ours()], []])).toEqual([['Clip 2', 'Clip 1']]);
  });

  it('are not a clip and what goes on from its end', () => {
    const extended = clip(2, { madeBy: 'extend', sourceIds: [clip(1).id] });
    expect(grouped([clip(1), extended])).toEqual([['Clip 1'], ['Clip 2']]);
  });

  it('are not a clip and the images that it was made from, nor both in one workflow', () => {
    const made = clip(2, { madeBy: 'edit', sourceIds: [image(1).id], workflowId: 'w' });
    expect(grouped([image(1, { workflowId: 'w' }), made])).toEqual([['Image 1'], ['Clip 2']]);
  });

  it('may be named by their workflow', () => {
    const edited = clip(2, { madeBy: 'edit', sourceIds: ['w'], workflowId: 'v' });
    expect(grouped([clip(1, { workflowId: 'w' }), edited])).toEqual([['Clip 2', 'Clip 1']]);
  });

  it('are known by the one that all began with', () => {
    const [group] = groupVersions(entriesOf([clip(1), clip(2)], makersOf([ours()], [])));
    expect(group?.key).toBe(clip(1).id);
  });

  it('are each there once, also where what they say of each other goes in circles', () => {
    const anyMedia = fc.array(
      fc.record({
        from: fc.nat(9),
        workflow: fc.option(fc.nat(3), { nil: undefined }),
        madeBy: fc.constantFrom('edit' as const, 'extend' as const, 'upscale' as const),
        at: fc.nat(3),
      }),
      { minLength: 1, maxLength: 10 },
    );
    fc.assert(
      fc.property(anyMedia, (all) => {
        const media = all.map(({ from, workflow, madeBy, at }, n) =>
          clip(n, {
            ...{ madeBy, sourceIds: [clip(from).id], madeAt: at },
            ...(workflow !== undefined && { workflowId: String(workflow) }),
          }),
        );
        const titles = grouped(media).flat();
        expect(titles.toSorted()).toEqual(media.map(({ title }) => title).toSorted());
      }),
    );
  });
});
