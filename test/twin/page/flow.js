import { api, session, sessionId, trpc } from './calls.js';
import {
  showAccount,
  showNote,
  showOne,
  showProgress,
  showProject,
  showProjects,
  showTitle,
} from './view.js';

const [, root] = /^(\/fx(?:\/[\w-]+)?\/tools\/flow)/.exec(location.pathname) ?? [];
let tier = '';
let clips = [];

// ?calls= goes along on every link, so that the way of calling lasts while the page lives.
function address(path = '') {
  const calls = new URLSearchParams(location.search).get('calls');
  return `${root}${path}${calls ? `?calls=${calls}` : ''}`;
}

function place() {
  const [, projectId, , mediaKey] =
    /\/project\/([\w-]+)(?:\/(edit|scenes|scene)\/([\w-]+))?/.exec(location.pathname) ?? [];
  return { projectId, mediaKey };
}

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

async function project(projectId, mediaKey) {
  const [info, , videos, images] = await Promise.all([
    trpc('project.getProject', { projectId }),
    trpc('videoFx.getVideoModelConfig', {}),
    list(projectId, 'MEDIA_TYPE_VIDEO'),
    list(projectId, 'MEDIA_TYPE_IMAGE'),
  ]);
  if (place().projectId !== projectId || place().mediaKey !== mediaKey) return;
  clips = videos;
  showTitle(info.projectInfo.projectTitle);
  const one = videos.find(({ key }) => key === mediaKey);
  if (one) showOne(one, address(`/project/${projectId}`));
  else showProject(videos, images, ({ key }) => address(`/project/${projectId}/edit/${key}`));
}

async function show() {
  const { projectId, mediaKey } = place();
  document.querySelector('.brand').href = address();
  const { user } = await session();
  document.getElementById('composer').hidden = !user || !projectId;
  if (!user) {
    showAccount();
    showTitle('');
    return showNote('Signed out');
  }
  const { credits, userPaygateTier } = await api('/credits');
  tier = userPaygateTier;
  showAccount(user, credits);
  if (projectId) return project(projectId, mediaKey);
  const { projects } = await trpc('project.searchUserProjects', { pageSize: 20, cursor: null });
  showTitle('');
  showProjects(projects, (id) => address(`/project/${id}`));
}

const refresh = () =>
  show().catch((error) => {
    window.__page.errors.push(String(error));
    showNote(String(error));
  });

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

async function generate(count) {
  const source = clips[0];
  const aspect = source.portrait ? 'PORTRAIT' : 'LANDSCAPE';
  const ultra = tier === 'PAYGATE_TIER_TWO' ? '_ultra' : '';
  const sent = await api('/video:batchAsyncGenerateVideoExtendVideo', {
    clientContext: {
      sessionId,
      projectId: place().projectId,
      tool: 'PINHOLE',
      userPaygateTier: tier,
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
  showProgress('Generating…');
  let operations = sent.operations.map(({ operation, sceneId, status }) => ({
    ...{ operation: { name: operation.name }, sceneId, status },
  }));
  const states = () => operations.map(({ status }) => status);
  for (;;) {
    const told = await api('/video:batchCheckAsyncVideoGenerationStatus', { operations });
    operations = operations.map((each, index) => ({
      ...each,
      status: told.operations[index].status,
    }));
    if (states().every((status) => /SUCCESSFUL|FAILED/.test(status))) break;
    await new Promise((resolve) => setTimeout(resolve, 5000));
  }
  await refresh();
  showProgress(states().every((status) => /SUCCESSFUL/.test(status)) ? 'Done' : 'Failed');
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-nav]');
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  history.pushState(null, '', link.getAttribute('href'));
  refresh();
});
addEventListener('popstate', refresh);
for (const [id, count] of [
  ['generate', 1],
  ['generate-four', 4],
])
  document.getElementById(id).addEventListener('click', () => {
    generate(count).catch((error) => {
      window.__page.errors.push(String(error));
      showProgress(String(error));
    });
  });
refresh();
