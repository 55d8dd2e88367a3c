import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeMediaId } from '@/lib/flow/media-id';
import { parseOpening, parseProjectList } from '@/lib/labs/replies/project';
import { spoiled, withJunk } from '../../../samples/spoil';
import {
  clip,
  FLOW,
  idOf,
  KEY,
  KEY_2,
  list,
  listed,
  NOW,
  opened,
  PROJECT,
  STORE,
  steps,
  TRPC,
} from './project-samples';

const keysIn = (answer: unknown) => parseProjectList(answer, NOW)?.media.map(({ key }) => key);

describe('the list of a project', () => {
  it('leaves out a clip whose own id says that it is of another project', () => {
    const [own, other] = [idOf(KEY, 'video', PROJECT), idOf(KEY_2, 'video', FLOW)];
    const answer = list(clip(KEY), clip(KEY_2, { mediaGenerationId: other }));
    expect(parseProjectList(answer, NOW)).toMatchObject({ media: [{ id: own }], leftOut: 1 });
    const media = [own, other].map((name) => ({ name, projectId: PROJECT, video: {} }));
    expect(parseOpening({ projectId: PROJECT, projectContents: { media } }, NOW)).toMatchObject({
      media: [{ id: own }],
      leftOut: 1,
    });
  });

  const dated = (stepCreationTime: unknown, ...mediaGenerations: unknown[]) => ({
    workflows: [steps({ workflowStepLog: { stepCreationTime }, mediaGenerations })],
  });

  it('dates a clip as Flow does, but no upscale beside its source', () => {
    const made = (...entries: unknown[]) =>
      parseProjectList(dated('2026-08-31T18:20:00.000Z', ...entries), NOW)?.media.map(
        ({ madeAt }) => madeAt,
      );
    const at = Date.UTC(2026, 7, 31, 18, 20);
    expect(made(clip(KEY))).toEqual([at]);
    expect(made(clip(`${KEY}_upsampled`))).toEqual([at]);
    expect(made(clip(KEY), clip(`${KEY}_upsampled`))).toEqual([at, undefined]);
  });

  it.each([null, 7, '', 'yesterday', {}])('does not date a clip by %j', (time) => {
    const [read] = parseProjectList(dated(time, clip(KEY)), NOW)?.media ?? [];
    expect(read?.key).toBe(KEY);
    expect(read).not.toHaveProperty('madeAt');
  });

  it('holds an uploaded image as an image of the project', () => {
    const fifeUri = `${STORE}/image/${KEY}?Expires=1790003600`;
    const userUploadedImage = {
      mediaGenerationId: idOf(KEY, 'image'),
      aspectRatio: 'IMAGE_ASPECT_RATIO_LANDSCAPE',
    };
    const entry = {
      mediaGenerationId: { projectId: PROJECT, workflowId: FLOW, mediaKey: KEY },
      mediaData: { imageData: { userUploadedImage, fifeUri } },
    };
    expect(parseProjectList(list(entry), NOW)).toEqual({
      media: [
        {
          id: idOf(KEY, 'image'),
          key: KEY,
          kind: 'image',
          projectId: PROJECT,
          workflowId: FLOW,
          title: '',
          url: fifeUri,
          urlExpiresAt: 1_790_003_600_000,
          poster: fifeUri,
          posterExpiresAt: 1_790_003_600_000,
          position: 0,
          seenAt: NOW,
        },
      ],
      leftOut: 0,
    });
  });

  it.each([
    ['model and shape', { model: undefined, aspectRatio: undefined }],
    ['everything but its id', { model: null, aspectRatio: null, seed: null, prompt: null }],
    ['fields of the right form', { model: 7, aspectRatio: {}, seed: 'seven', prompt: [] }],
    ['a whole seed', { seed: 0.5, model: null, aspectRatio: null, prompt: null }],
  ])('holds a clip without %s, and nothing in their place', (_, made) => {
    const [media] = parseProjectList(list(clip(KEY, made)), NOW)?.media ?? [];
    expect(media).toMatchObject({ key: KEY, title: 'Lantern' });
    for (const name of ['model', 'aspect']) expect(media).not.toHaveProperty(name);
  });

  it('takes null for absent, in every field', () => {
    const bare = {
      ...clip(KEY, { seed: null }, { fifeUri: null, servingBaseUri: null }),
      mediaExtraData: { mediaTitle: null },
    };
    const answer = { ...list(bare, clip(KEY_2)), nextPageToken: null };
    const { media = [], next } = parseProjectList(answer, NOW) ?? {};
    expect(media.map(({ key, title }) => [key, title])).toEqual([
      [KEY, 'A lantern on the water'],
      [KEY_2, 'Lantern'],
    ]);
    expect(media[0]).not.toHaveProperty('url');
    expect(next).toBeUndefined();
  });

  it('leaves out what has failed or is not finished, without counting it as odd', () => {
    const ids = { projectId: PROJECT, mediaKey: KEY };
    const pending = { mediaGenerationId: ids, mediaData: { videoData: {} } };
    const failed = { mediaGenerationId: ids, mediaData: null };
    const read = parseProjectList(list(pending, failed, clip(KEY)), NOW);
    expect(read).toMatchObject({ media: [{ key: KEY, position: 0 }], leftOut: 0 });
  });

  it.each([
    ['a step without generations', steps({ workflowStepId: 'CAE' })],
    ['a step that is none', steps(null, 7)],
    ['a workflow without steps', { workflowId: FLOW }],
    ['a workflow that is none', null],
    ['steps that are no list', { workflowSteps: 'CAE' }],
  ])('is not spoiled by %s', (_, odd) => {
    const good = list(clip(KEY)).workflows;
    expect(keysIn({ workflows: [odd, ...good] })).toEqual([KEY]);
    expect(keysIn({ workflows: [...good, odd] })).toEqual([KEY]);
  });

  it('knows clips by a plain uuid and by ids of other steps', () => {
    const stepped = encodeMediaId({
      kind: 'video',
      projectId: PROJECT,
      workflowId: FLOW,
      stepId: 'CAk',
      mediaKey: KEY_2,
    });
    const answer = list(
      clip(KEY, { mediaGenerationId: KEY }),
      clip(KEY_2, { mediaGenerationId: stepped }),
    );
    expect(parseProjectList(answer, NOW)?.media.map(({ id, kind }) => [id, kind])).toEqual([
      [KEY, 'video'],
      [stepped, 'video'],
    ]);
  });

  it('has a title that a user can read where the page’s is a prompt in XML', () => {
    const prompt = '<root><instruction><prompt>A lantern at dawn</prompt></instruction></root>';
    const entry = { ...clip(KEY, { prompt }), mediaExtraData: { mediaTitle: prompt } };
    expect(parseProjectList(list(entry), NOW)?.media[0]).toMatchObject({
      title: 'A lantern at dawn',
      prompt,
    });
  });

  it.each([undefined, null, {}, { workflows: null }, { workflows: 'none' }, 'error'])(
    'is none at all in %j',
    (answer) => {
      expect(parseProjectList(answer, NOW)).toBeUndefined();
    },
  );

  it('loses no neighbour to any odd field of an entry', () => {
    fc.assert(
      fc.property(spoiled(clip(KEY)), (odd) => {
        const keys = keysIn(list(odd, clip(KEY_2)));
        expect(keys?.at(-1)).toBe(KEY_2);
        expect([[KEY, KEY_2], [KEY_2]]).toContainEqual(keys);
      }),
    );
  });

  it('counts the odd entries that it leaves out', () => {
    fc.assert(
      fc.property(withJunk([clip(KEY), clip(KEY_2)]), (entries) => {
        const read = parseProjectList(list(...entries), NOW);
        expect(read?.media.map(({ key }) => key)).toEqual([KEY, KEY_2]);
        expect(read?.leftOut).toBe(entries.length - 2);
      }),
    );
  });
});

describe('the project as the page of 2026 opens it', () => {
  it('holds its finished clips, whose files the page’s own addresses lead to', () => {
    const running = {
      mediaMetadata: { mediaStatus: { mediaGenerationStatus: 'MEDIA_GENERATION_STATUS_ACTIVE' } },
    };
    const url = `${TRPC}/media.getMediaUrlRedirect?name=${KEY}`;
    expect(parseOpening(opened(listed(KEY_2, running), listed(KEY), null), NOW)).toEqual({
      media: [
        {
          id: KEY,
          key: KEY,
          kind: 'video',
          projectId: PROJECT,
          title: '',
          model: 'veo_3_1_t2v_fast',
          madeBy: 'text',
          aspect: 'landscape',
          url,
          poster: `${url}&mediaUrlType=MEDIA_URL_TYPE_THUMBNAIL`,
          position: 0,
          madeAt: Date.UTC(2026, 7, 31, 18, 20),
          seenAt: NOW,
        },
      ],
      leftOut: 1,
    });
  });

  it('loses no neighbour to any odd field of a medium', () => {
    fc.assert(
      fc.property(spoiled(listed(KEY)), (odd) => {
        const read = parseOpening(opened(odd, listed(KEY_2)), NOW);
        expect(read?.media.at(-1)?.key).toBe(KEY_2);
      }),
    );
  });
});
