import type { Media } from '../media';
import type { Work } from '../models';
import { type Asking, mediaHere, ownProject, recordContext } from './asking';
import { ASPECTS, FLOW_MODELS, type FlowModel, priceFor, RESOLUTIONS } from './models';
import { SCENES } from './own-clips';
import { upscaledFrom } from './recipe';
import { invalid, modelDenied, notFound } from './refused';
import type { SubmitArgs, SubmitItem } from './submit-shape';

export interface CheckedItem {
  item: SubmitItem;
  model: FlowModel;
  price: number;
  clip: Media | undefined;
}

// An extension goes on from the last second.
const LAST_FRAMES = 24;

function modelOf({ path, model: key }: SubmitItem, work: Work, { account }: Asking) {
  const model = FLOW_MODELS.find((each) => each.key === key);
  if (!model) throw notFound(`${path}: model ${key}`);
  if (model.work !== work) throw invalid(`${path}: ${key} is for another call`);
  const price = priceFor(model, account.tier);
  if (price === undefined) throw modelDenied();
  return { model, price };
}

function find(key: string, kind: Media['kind'], projectId: string, { state }: Asking): Media {
  const found = mediaHere(state).find(({ mediaKey }) => mediaKey === key);
  if (found?.projectId !== projectId) throw notFound(`media ${key}`);
  if (found.kind !== kind) throw invalid(`media ${key}: no ${kind}`);
  return found;
}

function checkFrames({ path, frames }: SubmitItem, work: Work, { frames: all = 0 }: Media): void {
  if (!frames) return;
  const [first, last] = frames;
  if (work === 'extend' && (first !== all - LAST_FRAMES + 1 || last !== all)) {
    throw invalid(`${path}: not the last second, counted from 1`);
  }
  if (first >= last || last > all) throw invalid(`${path}: no frames of the clip`);
}

function checkClip(item: SubmitItem, work: Work, model: FlowModel, clip: Media, asking: Asking) {
  const { path, aspect, workflow, resolution } = item;
  if (aspect !== ASPECTS[clip.aspect]) throw invalid(`${path}: not the aspect of its source`);
  if (workflow !== undefined && workflow !== recordContext(asking.state).workflowOf(clip)) {
    throw invalid(`${path}: not the workflow of its source`);
  }
  if (resolution !== undefined && resolution !== RESOLUTIONS[model.resolution]) {
    throw invalid(`${path}: not what the model makes`);
  }
  const isVeo = clip.model?.startsWith('veo_') && upscaledFrom(clip) === undefined;
  if (work === 'extend' && !isVeo) throw invalid(`${path}: only clips of Veo are extended`);
  if (work === 'upscale' && upscaledFrom(clip) !== undefined) {
    throw invalid(`${path}: upscaled already`);
  }
  checkFrames(item, work, clip);
}

function checkScene({ path, scene }: SubmitItem, batch: SubmitArgs): void {
  if (scene === undefined) return;
  const found = SCENES.find(({ id }) => id === scene);
  if (found?.projectId !== batch.projectId) throw notFound(`${path}: scene ${scene}`);
  if (scene !== batch.scene) throw invalid(`${path}: another scene than its batch`);
}

// Everything that is named exists, is of this account and project, and fits together.
export function checkSubmit(args: SubmitArgs, work: Work, asking: Asking): CheckedItem[] {
  ownProject(args.projectId, asking);
  return args.items.map((item) => {
    const { model, price } = modelOf(item, work, asking);
    for (const { mediaKey } of item.images) find(mediaKey, 'image', args.projectId, asking);
    if (item.images.length > (model.mostImages ?? 2)) throw invalid(`${item.path}: many images`);
    checkScene(item, args);
    const clip =
      item.clip === undefined ? undefined : find(item.clip, 'video', args.projectId, asking);
    if (clip) checkClip(item, work, model, clip, asking);
    return { item, model, price, clip };
  });
}
