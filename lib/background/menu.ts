import { i18n } from '#i18n';
import { newId } from '@/lib/base/ids';
import { warn } from '@/lib/base/log';
import { onMenu } from '@/lib/browser/menus';
import { notify } from '@/lib/browser/notifications';
import { type Draft, EMPTY_DRAFT } from '@/lib/drafts/draft';
import { draftOffer } from '@/lib/drafts/offer';
import type { Saver } from '@/lib/files/saver';
import type { SourcePorts } from '@/lib/files/sources';
import { mediaKeyOf } from '@/lib/flow/file-url';
import type { Media } from '@/lib/flow/media';
import { MOVES } from '@/lib/flow/moves';
import type { SessionPort } from '@/lib/queue/ports';
import { oneTab } from '@/lib/session/tab-registry';
import { learnedModels, menuPrices, pointed } from '@/lib/storage/items';
import type { Library } from '@/lib/storage/library';
import type { Looked } from './looked';
import { MOVE_ENTRY, REFERENCE_ENTRY, SAVE_ENTRY } from './menu-entries';
import { composeClip, composeReference } from './open-composer';
import { type ReadyUses, readyIfNot } from './ready-tab';
import { type SendUses, sendDraft } from './send-draft';
import { notifySent, takeBackTime } from './take-back';

export interface MenuUses extends SendUses, ReadyUses {
  readonly library: Pick<Library, 'some' | 'byKey' | 'remember'>;
  readonly runner: ReadyUses['runner'];
  readonly session: Pick<SessionPort, 'projectMedia'>;
  readonly saver: Pick<Saver, 'saveAll'>;
  readonly makerOf: SourcePorts['makerOf'];
  readonly looked: Looked;
  readonly ready: Promise<void>;
}

/** Registers what the menu does. An entry with an ellipsis opens the composer, the others send. */
export function startMenu(uses: MenuUses): void {
  onMenu((entryId, url, tabId) => {
    uses.looked.note();
    void click(uses, entryId, url, tabId).catch((error) => warn('menu', error));
  });
}

async function click(
  uses: MenuUses,
  entryId: string,
  url: string | undefined,
  tabId: number,
): Promise<void> {
  await uses.ready;
  if (!(await uses.runner.ports.hasSiteAccess())) return say(i18n.t('menuNoSites'));
  const kind = entryId === REFERENCE_ENTRY ? 'image' : 'video';
  const media =
    (await mediaAt(uses, kind, url, tabId)) ??
    (kind === 'video' ? await mediaFound(uses, url, tabId) : undefined);
  if (!media) return say(i18n.t(kind === 'image' ? 'menuNoImage' : 'menuNoClip'));
  if (entryId === REFERENCE_ENTRY) {
    const isFull = !(await composeReference(uses.library, media, tabId));
    return isFull ? say(i18n.t('menuFull')) : undefined;
  }
  if (entryId === SAVE_ENTRY) return save(uses, media);
  const draft = draftOf(entryId, media);
  if (draft.action === 'extend') return composeClip(draft, tabId);
  if (!(await sendAtOnce(uses, draft, media, tabId))) await composeClip(draft, tabId);
}

/**
 * Sends a batch at the price that its entry says, and names it: the clip under the pointer may be another
 * than the user thinks. Another price is for them to read first.
 */
async function sendAtOnce(
  uses: MenuUses,
  draft: Draft,
  clip: Media,
  tabId: number,
): Promise<boolean> {
  const said = (await menuPrices.get())[draft.action === 'upscale' ? 'upscale' : 'reshoot'];
  await readyIfNot(uses, tabId);
  const tier = (await oneTab(tabId))?.tier;
  const known = (id: string) => (id === clip.id ? clip : undefined);
  const offer = draftOffer(draft, tier, known, await learnedModels.get());
  if (said !== undefined && said !== offer.sum) return false;
  const order = { batchId: newId(), draft, offer, takeBackMs: await takeBackTime() };
  const { ok } = await sendDraft(uses, tabId, order);
  if (ok) await notifySent(order.batchId);
  return ok;
}

/**
 * What was clicked, if it is known. Chromium names nothing under an overlay; the content script
 * noted what it saw there.
 */
async function mediaAt(
  { library }: Pick<MenuUses, 'library'>,
  kind: Media['kind'],
  url: string | undefined,
  tabId: number,
): Promise<Media | undefined> {
  const under = (await pointed.get())[tabId];
  for (const each of [url, under?.[kind]]) {
    const key = mediaKeyOf(each);
    const media = key === undefined ? undefined : await library.byKey(key);
    if (media?.kind === kind) return media;
  }
  return undefined;
}

/** In the first second of a page its list may not have been heard of: it is asked for once. */
async function mediaFound(
  uses: MenuUses,
  url: string | undefined,
  tabId: number,
): Promise<Media | undefined> {
  const under = (await pointed.get())[tabId];
  if (mediaKeyOf(url) === undefined && mediaKeyOf(under?.video) === undefined) return undefined;
  await readyIfNot(uses, tabId);
  const tab = await oneTab(tabId);
  if (tab?.account === undefined || tab.projectId === undefined) return undefined;
  await uses.session.projectMedia(tab.account, tab.projectId);
  return mediaAt(uses, 'video', url, tabId);
}

function draftOf(entryId: string, clip: Media): Draft {
  const draft: Draft = { ...EMPTY_DRAFT, clipId: clip.id };
  const move = MOVES.find((name) => MOVE_ENTRY + name === entryId);
  if (move) return { ...draft, action: 'reshoot', moves: [move] };
  return { ...draft, action: entryId === 'upscale' ? 'upscale' : 'extend' };
}

/** A clip that a job here has made is saved as that job's result, and shown there. */
async function save({ saver, makerOf }: MenuUses, { id }: Media): Promise<void> {
  const job = await makerOf(id);
  await saver.saveAll([job ? { id: job.id, of: 'job' } : { id, of: 'clip' }]);
}

const say = (sentence: string): Promise<void> => notify(i18n.t('name'), sentence);
