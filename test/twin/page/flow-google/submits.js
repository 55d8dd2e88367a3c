// What the page asks for: each call with its arguments, position by position.
const BATCH = crypto.randomUUID().toUpperCase();
const VIDEO = 'VideoFxService.BatchAsyncGenerateVideo';

const capital = () => crypto.randomUUID().toUpperCase();
const words = (prompt) => [null, null, [[[prompt]]]];
const ofNew = (scene = null) => [scene, null, null, null, capital(), capital()];
const ofVersion = ({ workflow }) => [null, workflow, null, null, capital()];
const image = ({ id }) => [null, id, null, null, null, [null, null, 1, 1]];

// The page's verification of itself: a new one for each call.
const context = (project) => [
  ...[null, 22, null, null, null, project, null, null, null, null],
  [`page-token-${crypto.randomUUID()}`, 1],
];

const call = (name, item, project, batch) => [`${VIDEO}${name}`, [[item], context(project), batch]];
const ofBatch = [BATCH, 2];

export function text({ project, prompt, aspect }) {
  const item = [words(prompt), 'veo_3_1_t2v_lite', aspect, null, ofNew()];
  return call('Text', item, project, ofBatch);
}

export function extend({ project, prompt, clip, scene }) {
  const frames = [null, clip.id, clip.frames - 23, clip.frames];
  const model = 'veo_3_1_extension_lite';
  const item = [frames, words(prompt), model, clip.aspect, null, ofNew(scene)];
  return call('ExtendVideo', item, project, [BATCH, 2, null, [scene, 1]]);
}

export function edit({ project, prompt, clip }) {
  const frames = [null, clip.id, 0, clip.frames];
  const item = [frames, words(prompt), 'abra_edit', clip.aspect, ofVersion(clip)];
  return call('EditVideo', item, project, ofBatch);
}

export function upscale({ project, clip }) {
  const item = Array.from({ length: 32 }, () => null);
  item[0] = [null, clip.id];
  item[2] = clip.aspect;
  item[4] = ofVersion(clip);
  item[6] = 2;
  item[31] = 'veo_3_1_upsampler_1080p';
  return call('UpsampleVideo', item, project, [BATCH]);
}

export function references({ project, prompt, images, aspect }) {
  const [first, ...others] = images.slice(0, 3);
  const mention = [null, [[first.id, first.title]]];
  const parts = [null, null, [[[`${prompt} `], mention]]];
  const media = [first, ...others].map(({ id }) => [null, id]);
  const item = [parts, media, 'veo_3_1_r2v_lite', aspect, null, ofNew()];
  return call('ReferenceImages', item, project, ofBatch);
}

export function startImage({ project, prompt, images, aspect }) {
  const item = [words(prompt), 'veo_3_1_i2v_lite', aspect, null, image(images[0]), ofNew()];
  return call('StartImage', item, project, ofBatch);
}

export function startEndImage({ project, prompt, images: [start, end], aspect }) {
  const model = 'veo_3_1_interpolation_lite';
  const item = [words(prompt), model, aspect, null, image(start), image(end), ofNew()];
  return call('StartAndEndImage', item, project, ofBatch);
}
