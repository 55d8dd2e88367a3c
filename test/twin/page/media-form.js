// How the page asks and starts in the form of 2026: media by their names, each with its own call.
import { api, sessionId, trpcData } from './calls.js';

const portrait = (text) => text.endsWith('PORTRAIT');
const fileOf = (name) => `/fx/api/trpc/media.getMediaUrlRedirect?name=${name}`;
const posterOf = (name) => `${fileOf(name)}&mediaUrlType=MEDIA_URL_TYPE_THUMBNAIL`;

function summary({ name, workflowId, mediaMetadata, video, image }) {
  const about = video?.generatedVideo ?? image.generatedImage ?? image.userUploadedImage;
  return {
    ...{ key: name, mediaId: name, workflowId, prompt: about.prompt },
    title: mediaMetadata.mediaTitle,
    address: fileOf(name),
    poster: posterOf(name),
    portrait: portrait(about.aspectRatio),
    isClip: video !== undefined,
  };
}

export async function load(projectId) {
  const { projectName, projectContents } = await trpcData('flow.projectInitialData', { projectId });
  const finished = projectContents.media.filter(
    ({ mediaMetadata }) => mediaMetadata.mediaStatus === undefined,
  );
  const all = finished.map(summary);
  return {
    title: projectName,
    clips: all.filter(({ isClip }) => isClip),
    images: all.filter(({ isClip }) => !isClip),
  };
}

function body({ projectId, tier }, request, batchId, more = {}) {
  return {
    mediaGenerationContext: { batchId, audioFailurePreference: 'BLOCK_SILENCED_VIDEOS', ...more },
    clientContext: {
      ...{ projectId, tool: 'PINHOLE', userPaygateTier: tier, sessionId },
      recaptchaContext: {
        token: `page-token-${crypto.randomUUID()}`,
        applicationType: 'RECAPTCHA_APPLICATION_TYPE_WEB',
      },
    },
    requests: [{ seed: Math.floor(Math.random() * 100_000), ...request }],
    useV2ModelConfig: true,
  };
}

const words = (...texts) => ({
  structuredPrompt: { parts: texts.map((text) => ({ text })) },
});
const aspectOf = (clip) => `VIDEO_ASPECT_RATIO_${clip.portrait ? 'PORTRAIT' : 'LANDSCAPE'}`;
const send = (name, ...given) => api(`/video:batchAsyncGenerateVideo${name}`, body(...given));

function extend(shown, batchId) {
  const [clip] = shown.clips;
  const scene = { sceneId: crypto.randomUUID() };
  const request = {
    aspectRatio: aspectOf(clip),
    textInput: words('The street goes on around the corner'),
    videoModelKey: 'veo_3_1_extension_lite',
    metadata: scene,
    videoInput: { mediaId: clip.mediaId, startFrameIndex: 1, endFrameIndex: 24 },
  };
  return send('ExtendVideo', shown, request, batchId, { sceneContext: { ...scene, position: 1 } });
}

function reshoot(shown, batchId) {
  const [clip] = shown.clips;
  return send(
    'ReshootVideo',
    shown,
    {
      aspectRatio: aspectOf(clip),
      videoInput: { mediaId: clip.mediaId },
      textInput: words(),
      reshootMotionType: 'RESHOOT_MOTION_TYPE_FORWARD',
      videoModelKey: `veo_3_0_reshoot_${clip.portrait ? 'portrait' : 'landscape'}`,
      metadata: { workflowId: clip.workflowId },
    },
    batchId,
  );
}

function upscale(shown, batchId) {
  const [clip] = shown.clips;
  return send(
    'UpsampleVideo',
    shown,
    {
      resolution: 'VIDEO_RESOLUTION_1080P',
      aspectRatio: aspectOf(clip),
      videoModelKey: 'veo_3_1_upsampler_1080p',
      metadata: { workflowId: clip.workflowId },
      videoInput: { mediaId: clip.mediaId },
    },
    batchId,
  );
}

function references(shown, batchId) {
  const { images, tier } = shown;
  return send(
    'ReferenceImages',
    shown,
    {
      aspectRatio: 'VIDEO_ASPECT_RATIO_LANDSCAPE',
      textInput: words('Both of them on one table'),
      videoModelKey: `veo_3_1_r2v_fast_landscape${tier === 'PAYGATE_TIER_TWO' ? '_ultra' : ''}`,
      referenceImages: images
        .slice(0, 2)
        .map(({ mediaId }) => ({ mediaId, imageUsageType: 'IMAGE_USAGE_TYPE_ASSET' })),
      metadata: {},
    },
    batchId,
  );
}

// Buttons of this form, beside those that both have.
export const more = { reshoot, upscale, references };

const workOf = ({ name, projectId, mediaMetadata }) => ({
  ...{ name, projectId, status: mediaMetadata.mediaStatus.mediaGenerationStatus },
});

// As many calls as that, of one batch.
export async function start(shown, count, make = extend) {
  const batchId = crypto.randomUUID();
  const sent = await Promise.all(Array.from({ length: count }, () => make(shown, batchId)));
  return sent.flatMap(({ media }) => media).map(workOf);
}

// How far each is now.
export async function ask(works) {
  const named = works.map(({ name, projectId }) => ({ name, projectId }));
  const told = await api('/video:batchCheckAsyncVideoGenerationStatus', { media: named });
  return told.media.map(workOf);
}
