import { i18n } from '#i18n';
import { once } from '@/lib/base/once';
import { lengthOf, resolutionOf, shapeOf } from '@/lib/flow/media';
import type { Entry } from '@/lib/library/entry';
import type { Found } from '@/lib/library/filter';
import { clipLength, locale, number } from './format';

const day = once(() => new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short' }));
const dayOfYear = once(() => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }));
const moment = once(
  () => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }),
);

/** A day in a word or two: “20 Nov”, with its year where that is not this one. */
export function dayText(at: number, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? day() : dayOfYear()).format(at);
}

/** A moment to the minute: “20 Nov 2025, 17:05”. */
export const momentText = (at: number): string => moment().format(at);

/** The way in which something was made: “Extended”, “Orbit left”; empty where nobody has said. */
export function wayText({ recipe }: Entry): string {
  if (recipe.move !== undefined) return i18n.t(`move.${recipe.move}`);
  const { madeBy = 'other' } = recipe;
  return madeBy === 'other' ? '' : i18n.t(`way.${madeBy}`);
}

/** Way and day under a tile: “Extended · 20 Nov”. */
export const lineText = (entry: Entry, now: number): string =>
  [wayText(entry), dayText(entry.recipe.at, now)].filter(Boolean).join(' · ');

/** What is said of a tile behind its title: , landscape, 0:08, 1080p, 3 versions, saved. */
export function tileDetails({ group, entry }: Found, isSaved: boolean): string {
  const { media } = entry;
  const [shape, frames] = [shapeOf(media), lengthOf(media)];
  const count = group.versions.length;
  const comma = i18n.t('list.comma');
  return [
    media.kind === 'image' ? i18n.t('library.image') : '',
    shape ? i18n.t(`shape.${shape}`) : '',
    frames === undefined ? '' : clipLength(frames),
    resolutionOf(media) ?? '',
    count > 1 ? i18n.t('library.versions', count, [number(count)]) : '',
    isSaved ? i18n.t('library.saved') : '',
  ]
    .filter(Boolean)
    .map((part) => comma + part)
    .join('');
}

/** How long a choice is together: “0:24 in all”, “at least 0:24”; empty without any clip of known length. */
export function lengthText({ frames, unknown }: { frames: number; unknown: number }): string {
  if (frames === 0) return '';
  return i18n.t(unknown > 0 ? 'library.atLeast' : 'library.inAll', [clipLength(frames)]);
}
