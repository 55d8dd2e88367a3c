import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from '@/lib/flow/facts';
import { encodeMediaId } from '@/lib/flow/media-id';
import { pageCallKind } from '@/lib/flow/page-call';
import { parseOpening, parseProjectList } from '@/lib/flow/project-reply';
import { spoiled, withJunk } from './spoil';

const NOW = 1_790_000_000_000;
const PROJECT = '6a1d4a9e-6d0b-4f5a-9d67-0c3f3c9a2b11';
const FLOW = '0d2f8a77-1b7f-4a52-8a1c-6f1f0c8f7d22';
const KEYS = [
  'c4c2a1f0-9b7e-4c1d-8f3a-2b6d7e8f9a33',
  '5f4e3d2c-1b0a-4998-8877-665544332211',
] as const;
const [KEY, KEY_2] = KEYS;
const TRPC = 'https://labs.google/fx/api/trpc';
const STORE = 'https://storage.googleapis.com/ai-sandbox-videofx';

const idOf = (mediaKey: string, kind: 'video' | 'image' = 'video', projectId?: string) =>
  encodeMediaId({ kind, workflowId: FLOW, mediaKey, ...(projectId && { projectId }) });
const clip = (mediaKey: string, made: object = {}, videoData: object = {}) => ({
  mediaGenerationId: { mediaType: 'VIDEO', projectId: PROJECT, workflowId: FLOW, mediaKey },
  mediaData: {
    videoData: {
      generatedVideo: {
        mediaGenerationId: idOf(mediaKey, 'video', PROJECT),
        seed: 7,
        prompt: 'A lantern on the water',
        model: 'veo_3_1_t2v_fast',
        aspectRatio: 'VIDEO_ASPECT_RATIO_PORTRAIT',
        ...made,
      },
      fifeUri: `${STORE}/video/${mediaKey}?Expires=1790003600`,
      ...videoData,
    },
  },
  mediaExtraData: { mediaTitle: 'Lantern' },
});
const steps = (...workflowSteps: unknown[]) => ({ workflowId: FLOW, workflowSteps });
const list = (...mediaGenerations: unknown[]) => ({
  workflows: [steps({ workflowStepId: 'CAE', mediaGenerations })],
  nextPageToken: null,
});
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
          title: '',
          address: fifeUri,
          addressExpiresAt: 1_790_003_600_000,
          poster: fifeUri,
          posterExpiresAt: 1_790_003_600_000,
          place: 0,
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
    expect(media[0]).not.toHaveProperty('address');
    expect(next).toBeUndefined();
  });

  it('leaves out what has failed or is not finished, without counting it as odd', () => {
    const ids = { projectId: PROJECT, mediaKey: KEY };
    const pending = { mediaGenerationId: ids, mediaData: { videoData: {} } };
    const failed = { mediaGenerationId: ids, mediaData: null };
    const read = parseProjectList(list(pending, failed, clip(KEY)), NOW);
    expect(read).toMatchObject({ media: [{ key: KEY, place: 0 }], leftOut: 0 });
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

  it('has a title that a person can read where the page’s is a prompt in XML', () => {
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

const opened = (...media: unknown[]) => ({
  projectId: PROJECT,
  projectName: 'Lanterns',
  projectContents: { media, workflows: [], scenes: [] },
  modelConfig: { videoModelFamilies: [] },
});
const listed = (name: string, own: object = {}) => ({
  name,
  projectId: PROJECT,
  mediaMetadata: { createTime: '2026-08-31T18:20:00Z' },
  video: {
    generatedVideo: { model: 'veo_3_1_t2v_fast', aspectRatio: 'VIDEO_ASPECT_RATIO_LANDSCAPE' },
  },
  ...own,
});

describe('the project as the page of 2026 opens it', () => {
  it('holds its finished clips, whose files the page’s own addresses lead to', () => {
    const running = {
      mediaMetadata: { mediaStatus: { mediaGenerationStatus: 'MEDIA_GENERATION_STATUS_ACTIVE' } },
    };
    const address = `${TRPC}/media.getMediaUrlRedirect?name=${KEY}`;
    expect(parseOpening(opened(listed(KEY_2, running), listed(KEY), null), NOW)).toEqual({
      media: [
        {
          id: KEY,
          key: KEY,
          kind: 'video',
          projectId: PROJECT,
          title: '',
          model: 'veo_3_1_t2v_fast',
          aspect: 'landscape',
          address,
          poster: `${address}&mediaUrlType=MEDIA_URL_TYPE_THUMBNAIL`,
          place: 0,
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

describe('a batched call of the page', () => {
  const answer = (result: unknown) => ({ result: { data: { json: { result, status: 200 } } } });
  const fault = { error: { json: { message: 'Gone.', data: { httpStatus: 404 } } } };
  const project = { projectId: PROJECT, projectInfo: { projectTitle: 'Lanterns' } };
  const read = (procedures: string, body: unknown) =>
    factsOf(
      {
        url: `${TRPC}/${procedures}?batch=1&input=%7B%7D`,
        status: 200,
        body: JSON.stringify(body),
      },
      NOW,
    );

  it.each([
    'project.searchProjectWorkflows,project.getProject',
    'general.other,project.getProject',
    'general.other%2Cproject.getProject',
    'project.getProject,general.other',
    'flow.projectInitialData',
  ])('to %s is our business', (procedures) => {
    expect(pageCallKind(`${TRPC}/${procedures}?batch=1`)).toBeDefined();
  });

  it.each([
    'general.other,general.another',
    'general.other,project.getProjectSecrets',
    'xproject.getProject',
    'general.other/project.getProject',
  ])('to %s is none of our business', (procedures) => {
    expect(pageCallKind(`${TRPC}/${procedures}?batch=1`)).toBeUndefined();
  });

  it('is read answer by answer', () => {
    const both = 'project.searchProjectWorkflows,project.getProject';
    const facts = read(both, [answer(list(clip(KEY))), answer(project)]);
    expect(facts.media.map(({ key }) => key)).toEqual([KEY]);
    expect(facts.project).toEqual({ projectId: PROJECT, title: 'Lanterns' });
  });

  it('loses no answer to the error of another', () => {
    const both = 'project.searchProjectWorkflows,project.getProject';
    expect(read(both, [fault, answer(project)]).project?.title).toBe('Lanterns');
    expect(read(both, [answer(list(clip(KEY))), fault]).media).toHaveLength(1);
    expect(read(both, [null, answer(project)]).project?.title).toBe('Lanterns');
  });

  it('may ask the same thing twice', () => {
    const twice = 'project.searchProjectWorkflows,project.searchProjectWorkflows';
    const facts = read(twice, [answer(list(clip(KEY))), answer(list(clip(KEY_2)))]);
    expect(facts.media.map(({ key }) => key)).toEqual([KEY, KEY_2]);
  });

  it('of the page of 2026 brings project, clips and models', () => {
    const facts = read('flow.projectInitialData', [
      { result: { data: { json: opened(listed(KEY)) } } },
    ]);
    expect(facts).toMatchObject({
      project: { projectId: PROJECT, title: 'Lanterns' },
      media: [{ key: KEY }],
      models: { prices: {} },
      leftOut: { media: 0, models: 0 },
    });
  });

  it('never throws, whatever comes back', () => {
    const both = 'project.searchProjectWorkflows,flow.projectInitialData';
    fc.assert(
      fc.property(
        spoiled([answer(list(clip(KEY))), { result: { data: { json: opened(listed(KEY_2)) } } }]),
        (body) => {
          expect(() => read(both, body)).not.toThrow();
        },
      ),
    );
  });
});
