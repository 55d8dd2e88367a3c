import { i18n } from '#i18n';
import { type MenuEntry, nameMenu, setMenus } from '@/lib/browser/menus';
import { FLOW_ORIGIN } from '@/lib/flow/hosts';
import { type LearnedModels, modelKey, modelPrice } from '@/lib/flow/models';
import { MOTIONS, type Move, POSITIONS } from '@/lib/flow/moves';
import type { Tier } from '@/lib/flow/tier';
import { menuPrices } from '@/lib/storage/items';
import { number, priceText } from '@/lib/text/format';

/** Pages of flow.google.com show pictures that name no clip, and have no video: there is nothing to point at. */
const PAGES = [`${FLOW_ORIGIN}/fx/*`];
export const MOVE_ENTRY = 'move:';
export const REFERENCE_ENTRY = 'reference';
export const SAVE_ENTRY = 'save';

/** Builds the menu: once at installation and after an update. Its prices come when they are known. */
export async function buildMenu(): Promise<void> {
  await menuPrices.set({});
  const moves = (parentId: string, list: readonly Move[]): MenuEntry[] =>
    list.map((move) => ({ id: MOVE_ENTRY + move, title: i18n.t(`move.${move}`), parentId }));
  return setMenus(
    [
      { id: 'extend', title: i18n.t('menuExtend') },
      { id: 'reshoot', title: i18n.t('menuReshoot') },
      { id: 'motion', title: i18n.t('menuMotion'), parentId: 'reshoot' },
      ...moves('motion', MOTIONS),
      { id: 'position', title: i18n.t('menuPosition'), parentId: 'reshoot' },
      ...moves('position', POSITIONS),
      { id: 'upscale', title: i18n.t('menuUpscale') },
      { id: REFERENCE_ENTRY, title: i18n.t('menuReference') },
      { id: SAVE_ENTRY, title: i18n.t('do.save') },
    ],
    PAGES,
  );
}

/** Writes the price into the titles of the two entries that send at once, and keeps what they say. */
export async function priceMenu(tier: Tier, learned: LearnedModels): Promise<void> {
  const price = pricesFor(tier, learned);
  await menuPrices.set({ reshoot: price('reshoot'), upscale: price('upscale') });
  for (const [id, title] of Object.entries(pricedTitles(tier, learned))) await nameMenu(id, title);
}

/** The titles with their prices; an unknown price says so. Reshoot: of one move. */
export function pricedTitles(tier: Tier, learned: LearnedModels) {
  const price = pricesFor(tier, learned);
  const titled = (title: string, words: string) => i18n.t('menuWithPrice', [title, words]);
  return {
    reshoot: titled(i18n.t('menuReshoot'), eachText(price('reshoot'))),
    upscale: titled(i18n.t('menuUpscale'), priceText(price('upscale'))),
  };
}

const pricesFor = (tier: Tier, learned: LearnedModels) => (action: 'reshoot' | 'upscale') =>
  modelPrice(modelKey(action, 'landscape', tier, learned), learned, tier);

/** The price of one move of several. */
const eachText = (price: number | undefined): string =>
  price ? i18n.t('menuEach', price, [number(price)]) : priceText(price);
