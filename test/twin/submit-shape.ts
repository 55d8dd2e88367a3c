import { type Action, type Aspect, MOVES } from './models';
import { denied } from './refusal';
import { fields, integer, list, oneOf, text, uuid } from './shape';

export interface SubmitItem {
  path: string;
  aspect: Aspect;
  seed: number;
  modelKey: string;
  sceneId: string;
  mediaIds: string[];
  prompt?: string;
  move?: string;
  startFrameIndex?: number;
  endFrameIndex?: number;
}

export interface SubmitBody {
  projectId?: string; // an upsample names none
  tier?: string;
  items: SubmitItem[];
}

const COMMON = ['aspectRatio', 'seed', 'videoModelKey', 'metadata'];
const OWN: Record<Action, readonly string[]> = {
  extend: ['textInput', 'videoInput'],
  reshoot: ['videoInput', 'reshootMotionType'],
  upscale: ['videoInput'],
  references: ['textInput', 'referenceImages'],
};
const ASPECTS = ['VIDEO_ASPECT_RATIO_LANDSCAPE', 'VIDEO_ASPECT_RATIO_PORTRAIT'] as const;
// More than any clip has: the clip's own number of frames is checked once the clip is known.
const MANY_FRAMES = 100_000;

function videoInput(value: unknown, path: string, action: Action) {
  const frames = action === 'extend' ? ['startFrameIndex', 'endFrameIndex'] : [];
  const input = fields(value, path, ['mediaId', ...frames]);
  const mediaIds = [text(input.mediaId, `${path}.mediaId`)];
  if (action !== 'extend') return { mediaIds };
  const frame = (key: string) => integer(input[key], `${path}.${key}`, 0, MANY_FRAMES);
  const [startFrameIndex, endFrameIndex] = [frame('startFrameIndex'), frame('endFrameIndex')];
  return { mediaIds, startFrameIndex, endFrameIndex };
}

function references(value: unknown, path: string) {
  const mediaIds = list(value, path, 1, 3).map((each, i) => {
    const at = `${path}[${i}]`;
    const image = fields(each, at, ['imageUsageType', 'mediaId']);
    oneOf(image.imageUsageType, `${at}.imageUsageType`, ['IMAGE_USAGE_TYPE_ASSET']);
    return text(image.mediaId, `${at}.mediaId`);
  });
  return { mediaIds };
}

function item(value: unknown, path: string, action: Action): SubmitItem {
  const own = OWN[action];
  const it = fields(value, path, [...COMMON, ...own]);
  const metadata = fields(it.metadata, `${path}.metadata`, ['sceneId']);
  const aspect = oneOf(it.aspectRatio, `${path}.aspectRatio`, ASPECTS);
  const prompt = () => {
    const input = fields(it.textInput, `${path}.textInput`, ['prompt']);
    return text(input.prompt, `${path}.textInput.prompt`);
  };
  return {
    path,
    aspect: aspect === 'VIDEO_ASPECT_RATIO_PORTRAIT' ? 'PORTRAIT' : 'LANDSCAPE',
    seed: integer(it.seed, `${path}.seed`, 0, 99_999),
    modelKey: text(it.videoModelKey, `${path}.videoModelKey`),
    sceneId: uuid(metadata.sceneId, `${path}.metadata.sceneId`),
    ...(action === 'references'
      ? references(it.referenceImages, `${path}.referenceImages`)
      : videoInput(it.videoInput, `${path}.videoInput`, action)),
    ...(own.includes('textInput') ? { prompt: prompt() } : {}),
    ...(action === 'reshoot'
      ? { move: oneOf(it.reshootMotionType, `${path}.reshootMotionType`, MOVES) }
      : {}),
  };
}

// The page's own. Where none is asked for it is an unknown name: the recorded form has none.
function checkVerification(context: unknown): void {
  const path = 'clientContext.recaptchaContext';
  const { recaptchaContext } = Object(context);
  if (recaptchaContext === undefined)
    throw denied('reCAPTCHA evaluation failed', 'PUBLIC_ERROR_UNUSUAL_ACTIVITY');
  const verified = fields(recaptchaContext, path, ['token', 'applicationType']);
  text(verified.token, `${path}.token`);
  oneOf(verified.applicationType, `${path}.applicationType`, ['RECAPTCHA_APPLICATION_TYPE_WEB']);
}

export function submitBody(value: unknown, action: Action, verifies: boolean): SubmitBody {
  const body = fields(value, '', ['clientContext', 'requests']);
  const own = action === 'upscale' ? [] : ['projectId', 'tool', 'userPaygateTier'];
  if (verifies) checkVerification(body.clientContext);
  const verification = verifies ? ['recaptchaContext'] : [];
  const context = fields(body.clientContext, 'clientContext', [
    ...['sessionId', ...own],
    ...verification,
  ]);
  text(context.sessionId, 'clientContext.sessionId', /^;\d{13}$/);
  const items = list(body.requests, 'requests', 1, 4).map((each, i) =>
    item(each, `requests[${i}]`, action),
  );
  if (action === 'upscale') return { items };
  oneOf(context.tool, 'clientContext.tool', ['PINHOLE']);
  return {
    projectId: uuid(context.projectId, 'clientContext.projectId'),
    tier: text(context.userPaygateTier, 'clientContext.userPaygateTier'),
    items,
  };
}
