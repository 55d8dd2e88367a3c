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
): Media[] {
  return mediaIds.map((mediaId, i) => {
    const images = action === 'references';
    const field = images ? `${path}.referenceImages[${i}].mediaId` : `${path}.videoInput.mediaId`;
    const found = world.media.find((media) => media.mediaId === mediaId);
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

function checkFrames({ path, startFrameIndex, endFrameIndex }: SubmitItem, source?: Media): void {
  if (startFrameIndex === undefined || endFrameIndex === undefined) return;
  const last = (source?.frames ?? 0) - 1;
  if (endFrameIndex > last) throw invalid(`${path}.videoInput.endFrameIndex`, `After ${last}.`);
  if (startFrameIndex >= endFrameIndex) {
    throw invalid(`${path}.videoInput.startFrameIndex`, 'Not before endFrameIndex.');
  }
}

function findModel({ path, modelKey, aspect }: SubmitItem, action: Action, account: Account) {
  const model = MODELS.find(({ key }) => key === modelKey);
  if (!model) throw notFound(`${path}.videoModelKey`);
  const { tiers, aspects } = model;
  if (model.action !== action || !tiers.includes(account.tier) || !aspects.includes(aspect)) {
    throw denied(
      `${path}.videoModelKey: no access to ${modelKey}`,
      'PUBLIC_ERROR_MODEL_ACCESS_DENIED',
    );
  }
  return model;
}

export function checkSubmit(
  body: SubmitBody,
  action: Action,
  account: Account,
  world: World,
  usedScenes: ReadonlySet<string>,
): CheckedItem[] {
  checkProject(body, account, world);
  const seen = new Set(usedScenes);
  return body.items.map((item) => {
    if (seen.has(item.sceneId)) throw invalid(`${item.path}.metadata.sceneId`, 'Used before.');
    seen.add(item.sceneId);
    const media = findMedia(item, action, body.projectId, account, world);
    checkAspect(item, media[0]);
    const model = findModel(item, action, account);
    checkFrames(item, media[0]);
    const projectId = body.projectId ?? media[0]?.projectId ?? '';
    return { ...item, model, media, projectId };
  });
}
