import { randomUUID } from 'node:crypto';
import { type Action, MOVES } from '../models';
import { isFreshToken } from '../page-token';
import { denied } from '../refusal';
import { fields, integer, list, oneOf, text, uuid } from '../shape';
import type { SubmitBody, SubmitItem } from '../submit-shape';

const COMMON = ['aspectRatio', 'seed', 'videoModelKey', 'metadata'];
const OWN: Record<Action, readonly string[]> = {
  extend: ['textInput', 'videoInput'],
  reshoot: ['textInput', 'videoInput', 'reshootMotionType'],
  upscale: ['resolution', 'videoInput'],
  references: ['textInput', 'referenceImages'],
};
// Which id says where the new clip belongs.
const METADATA: Record<Action, readonly string[]> = {
  ...{ extend: ['sceneId'], reshoot: ['workflowId'], upscale: ['workflowId'], references: [] },
};
const ASPECTS = ['VIDEO_ASPECT_RATIO_LANDSCAPE', 'VIDEO_ASPECT_RATIO_PORTRAIT'] as const;
const AUDIO = ['BLOCK_SILENCED_VIDEOS', 'RETURN_SILENCED_VIDEOS'] as const;
const RESOLUTIONS: Record<string, string> = {
  veo_3_1_upsampler_1080p: 'VIDEO_RESOLUTION_1080P',
  veo_3_1_upsampler_4k: 'VIDEO_RESOLUTION_4K',
};
const MANY_FRAMES = 100_000;
// The media of this form are named by their key.
const NAME = /^[0-9a-f-]{36}(?:_upsampled)?$/;

function promptOf(value: unknown, path: string, action: Action): { prompt?: string } {
  const input = fields(value, path, ['structuredPrompt']);
  const { parts } = fields(input.structuredPrompt, `${path}.structuredPrompt`, ['parts']);
  const at = `${path}.structuredPrompt.parts`;
  const most = action === 'reshoot' ? 0 : 40;
  const texts = list(parts, at, most === 0 ? 0 : 1, most).map((part, index) =>
    text(fields(part, `${at}[${index}]`, ['text']).text, `${at}[${index}].text`),
  );
  return most === 0 ? {} : { prompt: texts.join('') };
}

function videoInput(value: unknown, path: string, action: Action) {
  const frames = action === 'extend' ? ['startFrameIndex', 'endFrameIndex'] : [];
  const input = fields(value, path, ['mediaId', ...frames]);
  const mediaIds = [text(input.mediaId, `${path}.mediaId`, NAME)];
  if (action !== 'extend') return { mediaIds };
  const frame = (key: string) => integer(input[key], `${path}.${key}`, 1, MANY_FRAMES);
  return {
    mediaIds,
    startFrameIndex: frame('startFrameIndex'),
    endFrameIndex: frame('endFrameIndex'),
  };
}

function references(value: unknown, path: string) {
  const mediaIds = list(value, path, 1, 3).map((each, index) => {
    const at = `${path}[${index}]`;
    const image = fields(each, at, ['imageUsageType', 'mediaId']);
    oneOf(image.imageUsageType, `${at}.imageUsageType`, ['IMAGE_USAGE_TYPE_ASSET']);
    return text(image.mediaId, `${at}.mediaId`, NAME);
  });
  return { mediaIds };
}

function item(value: unknown, path: string, action: Action): SubmitItem {
  const it = fields(value, path, [...COMMON, ...OWN[action]]);
  const metadata = fields(it.metadata, `${path}.metadata`, METADATA[action]);
  for (const [key, id] of Object.entries(metadata)) uuid(id, `${path}.metadata.${key}`);
  const aspect = oneOf(it.aspectRatio, `${path}.aspectRatio`, ASPECTS);
  const modelKey = text(it.videoModelKey, `${path}.videoModelKey`);
  if (action === 'upscale') {
    oneOf(it.resolution, `${path}.resolution`, [RESOLUTIONS[modelKey] ?? '']);
  }
  return {
    path,
    aspect: aspect === 'VIDEO_ASPECT_RATIO_PORTRAIT' ? 'PORTRAIT' : 'LANDSCAPE',
    seed: integer(it.seed, `${path}.seed`, 0, 99_999),
    modelKey,
    sceneId: action === 'extend' ? String(metadata.sceneId) : randomUUID(),
    ...(action === 'references'
      ? references(it.referenceImages, `${path}.referenceImages`)
      : videoInput(it.videoInput, `${path}.videoInput`, action)),
    ...('textInput' in it ? promptOf(it.textInput, `${path}.textInput`, action) : {}),
    ...(action === 'reshoot'
      ? { move: oneOf(it.reshootMotionType, `${path}.reshootMotionType`, MOVES) }
      : {}),
  };
}

function batchOf(value: unknown, action: Action): string {
  const path = 'mediaGenerationContext';
  const own = action === 'extend' ? ['sceneContext'] : [];
  const context = fields(value, path, ['batchId', 'audioFailurePreference', ...own]);
  oneOf(context.audioFailurePreference, `${path}.audioFailurePreference`, AUDIO);
  if (action === 'extend') {
    const scene = fields(context.sceneContext, `${path}.sceneContext`, ['sceneId', 'position']);
    uuid(scene.sceneId, `${path}.sceneContext.sceneId`);
    integer(scene.position, `${path}.sceneContext.position`, 0, 1000);
  }
  return uuid(context.batchId, `${path}.batchId`);
}

// One, and the same for nobody else.
function checkVerification(value: unknown, usedTokens: Set<string>): void {
  const path = 'clientContext.recaptchaContext';
  const { token, applicationType } = fields(value, path, ['token', 'applicationType']);
  oneOf(applicationType, `${path}.applicationType`, ['RECAPTCHA_APPLICATION_TYPE_WEB']);
  if (isFreshToken(token, usedTokens)) return;
  throw denied('reCAPTCHA evaluation failed', 'PUBLIC_ERROR_UNUSUAL_ACTIVITY');
}

const CONTEXT = ['projectId', 'tool', 'userPaygateTier', 'sessionId', 'recaptchaContext'];

// Every body that was seen holds one request: four of a kind are four calls of one batch.
export function mediaSubmitBody(
  value: unknown,
  action: Action,
  usedTokens: Set<string>,
): SubmitBody & { batchId: string } {
  const body = fields(value, '', [
    ...['mediaGenerationContext', 'clientContext', 'requests', 'useV2ModelConfig'],
  ]);
  const { recaptchaContext } = Object(body.clientContext);
  if (recaptchaContext === undefined) {
    throw denied('reCAPTCHA evaluation failed', 'PUBLIC_ERROR_UNUSUAL_ACTIVITY');
  }
  const context = fields(body.clientContext, 'clientContext', CONTEXT);
  text(context.sessionId, 'clientContext.sessionId', /^;\d{13}$/);
  oneOf(context.tool, 'clientContext.tool', ['PINHOLE']);
  oneOf(String(body.useV2ModelConfig), 'useV2ModelConfig', ['true']);
  const items = list(body.requests, 'requests', 1, 1).map((each, index) =>
    item(each, `requests[${index}]`, action),
  );
  const batchId = batchOf(body.mediaGenerationContext, action);
  checkVerification(recaptchaContext, usedTokens);
  return {
    projectId: uuid(context.projectId, 'clientContext.projectId'),
    tier: text(context.userPaygateTier, 'clientContext.userPaygateTier'),
    ...{ items, batchId },
  };
}
