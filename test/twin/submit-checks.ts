import type { Media } from './media';
import { type Action, MODELS, type Model } from './models';
import { denied, invalid, notFound } from './refusal';
import type { SubmitBody, SubmitItem } from './submit-shape';
import type { Account, World } from './world';

export interface CheckedItem extends SubmitItem {
  model: Model;
  media: Media[];
  projectId: string;
}

// What differs from one form of the wire to the other.
export interface Form {
  models: readonly Model[];
  idOf(media: Media): string;
  firstFrame: 0 | 1;
}

export const OPERATIONS: Form = { models: MODELS, idOf: ({ mediaId }) => mediaId, firstFrame: 0 };

function checkProject({ projectId, tier }: SubmitBody, account: Account, world: World): void {
  if (tier !== undefined && tier !== account.tier) {
    throw invalid('clientContext.userPaygateTier', 'Not the tier of this account.');
  }
  const found = world.projects.find(({ id }) => id === projectId);
  if (projectId !== undefined && found?.owner !== account.email) {
    throw notFound('clientContext.projectId');
  }
}

function findMedia(
  { path, mediaIds }: SubmitItem,
  action: Action,
  projectId: string | undefined,
  account: Account,
  world: World,
  { idOf }: Form,
): Media[] {
  return mediaIds.map((mediaId, i) => {
    const images = action === 'references';
    const field = images ? `${path}.referenceImages[${i}].mediaId` : `${path}.videoInput.mediaId`;
    const found = world.media.find((media) => idOf(media) === mediaId);
    const home = world.projects.find(({ id }) => id === found?.projectId);
    if (!found || home?.owner !== account.email) throw notFound(field);
    if (projectId !== undefined && found.projectId !== projectId) throw notFound(field);
    if (found.kind !== (images ? 'image' : 'video')) throw invalid(field, 'Wrong kind of media.');
    if (action === 'upscale' && found.mediaKey.endsWith('_upsampled')) {
      throw invalid(field, 'Upsampled already.');
    }
    return found;
  });
}

function checkAspect({ path, aspect }: SubmitItem, source: Media | undefined): void {
  if (source?.kind === 'video' && aspect !== source.aspect) {
    throw invalid(`${path}.aspectRatio`, "Not the source's.");
  }
}

function checkFrames(
  { path, startFrameIndex, endFrameIndex }: SubmitItem,
  source: Media | undefined,
  { firstFrame }: Form,
): void {
  if (startFrameIndex === undefined || endFrameIndex === undefined) return;
  const last = (source?.frames ?? 0) - 1 + firstFrame;
  if (startFrameIndex < firstFrame) {
    throw invalid(`${path}.videoInput.startFrameIndex`, `Before ${firstFrame}.`);
  }
  if (endFrameIndex > last) throw invalid(`${path}.videoInput.endFrameIndex`, `After ${last}.`);
  if (startFrameIndex >= endFrameIndex) {
    throw invalid(`${path}.videoInput.startFrameIndex`, 'Not before endFrameIndex.');
  }
}

function findModel(
  { path, modelKey, aspect }: SubmitItem,
  action: Action,
  account: Account,
  { models }: Form,
) {
  const named = models.filter(({ key }) => key === modelKey);
  if (named.length === 0) throw notFound(`${path}.videoModelKey`);
  const model = named.find(
    (each) =>
      each.action === action && each.tiers.includes(account.tier) && each.aspects.includes(aspect),
  );
  if (model) return model;
  throw denied(
    `${path}.videoModelKey: no access to ${modelKey}`,
    'PUBLIC_ERROR_MODEL_ACCESS_DENIED',
  );
}

// Where scenes are given, each is the id of one request and was not used before.
export function checkSubmit(
  body: SubmitBody,
  action: Action,
  account: Account,
  world: World,
  form: Form,
  usedScenes?: ReadonlySet<string>,
): CheckedItem[] {
  checkProject(body, account, world);
  const seen = new Set(usedScenes);
  return body.items.map((item) => {
    if (usedScenes && seen.has(item.sceneId)) {
      throw invalid(`${item.path}.metadata.sceneId`, 'Used before.');
    }
    seen.add(item.sceneId);
    const media = findMedia(item, action, body.projectId, account, world, form);
    checkAspect(item, media[0]);
    const model = findModel(item, action, account, form);
    checkFrames(item, media[0], form);
    const projectId = body.projectId ?? media[0]?.projectId ?? '';
    return { ...item, model, media, projectId };
  });
}
