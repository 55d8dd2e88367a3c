// How the page asks and starts in the form of 2025: operations, and lists in pages.
import { api, sessionId, trpc } from './calls.js';

async function list(projectId, mediaType) {
  const found = [];
  let cursor = null;
  do {
    const page = await trpc(
      'project.searchProjectWorkflows',
      {
        pageSize: 6,
        projectId,
        toolName: 'PINHOLE',
        fetchBookmarked: false,
        rawQuery: '',
        mediaType,
        cursor,
      },
      cursor === null ? { values: { cursor: ['undefined'] } } : undefined,
    );
    found.push(...page.workflows);
    cursor = page.nextPageToken;
  } while (cursor !== null);
  const steps = found.flatMap(({ workflowSteps }) => workflowSteps);
  return steps.flatMap(({ mediaGenerations }) => mediaGenerations).map(summary);
}

function summary({ mediaGenerationId, mediaData, mediaExtraData }) {
  const { videoData, imageData } = mediaData;
  const about =
    videoData?.generatedVideo ?? imageData.generatedImage ?? imageData.userUploadedImage;
  return {
    key: mediaGenerationId.mediaKey,
    mediaId: about.mediaGenerationId,
    title: mediaExtraData.mediaTitle,
    prompt: about.prompt,
    address: (videoData ?? imageData).fifeUri,
    poster: videoData?.servingBaseUri,
    portrait: about.aspectRatio.endsWith('PORTRAIT'),
  };
}

export async function load(projectId) {
  const [{ projectInfo }, , clips, images] = await Promise.all([
    trpc('project.getProject', { projectId }),
    trpc('videoFx.getVideoModelConfig', {}),
    list(projectId, 'MEDIA_TYPE_VIDEO'),
    list(projectId, 'MEDIA_TYPE_IMAGE'),
  ]);
  return { title: projectInfo.projectTitle, clips, images };
}

// ?verifies: what Flow's page of 2026 adds to each submit.
const verification = () =>
  new URLSearchParams(location.search).has('verifies')
    ? {
        recaptchaContext: {
          token: crypto.randomUUID(),
          applicationType: 'RECAPTCHA_APPLICATION_TYPE_WEB',
        },
      }
    : {};

// The first clip goes on, as many times as that, in one call.
export async function start({ projectId, tier, clips: [source] }, count) {
  const aspect = source.portrait ? 'PORTRAIT' : 'LANDSCAPE';
  const ultra = tier === 'PAYGATE_TIER_TWO' ? '_ultra' : '';
  const sent = await api('/video:batchAsyncGenerateVideoExtendVideo', {
    clientContext: {
      ...{ sessionId, projectId, tool: 'PINHOLE', userPaygateTier: tier },
      ...verification(),
    },
    requests: Array.from({ length: count }, () => ({
      textInput: { prompt: 'The street goes on around the corner' },
      videoInput: { mediaId: source.mediaId, startFrameIndex: 168, endFrameIndex: 191 },
      videoModelKey: `veo_3_1_extend_fast_${aspect.toLowerCase()}${ultra}`,
      aspectRatio: `VIDEO_ASPECT_RATIO_${aspect}`,
      seed: Math.floor(Math.random() * 100_000),
      metadata: { sceneId: crypto.randomUUID() },
    })),
  });
  return sent.operations.map(({ operation, sceneId, status }) => ({
    ...{ operation: { name: operation.name }, sceneId, status },
  }));
}

// How far each is now.
export async function ask(works) {
  const body = { operations: works };
  const told = await api('/video:batchCheckAsyncVideoGenerationStatus', body);
  return works.map((each, index) => ({ ...each, status: told.operations[index].status }));
}
