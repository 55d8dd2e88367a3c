import { i18n } from '#i18n';
import { once } from '@/lib/base/once';
import { SECOND_MS } from '@/lib/base/time';
import { FRAMES_PER_SECOND } from '@/lib/flow/media';
import { secondsOf } from '@/lib/video/frames';

/** The language that the messages are in, for `lang`. */
export const language = (): string => i18n.t('lang');

/**
 * What numbers, dates and lists are written by: the language of the messages, in the user's own region
 * where the browser speaks that language too. Spanish has 25.000 in Spain and 25,000 in Mexico.
 */
export const locale = once((): string => {
  const own = language();
  const ofBrowser = i18n.t('@@ui_locale').replaceAll('_', '-');
  return ofBrowser.split('-')[0] === own.split('-')[0] ? ofBrowser : own;
});

const whole = once(() => new Intl.NumberFormat(locale()));
const hundredths = once(
  () => new Intl.NumberFormat(locale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
);

/** 1540 → “1,540”. */
export const number = (value: number): string => whole().format(value);

/** Frames as seconds with two digits: 168 → “7.00”. */
export const seconds = (frames: number): string =>
  hundredths().format(secondsOf(frames, FRAMES_PER_SECOND));

/** 10 → “10 credits”. */
export const credits = (amount: number): string => i18n.t('credits', amount, [number(amount)]);

/** A price in words: “10 credits”, “free”, “price unknown”. Unknown is never 0. */
export function priceText(price: number | undefined): string {
  if (price === undefined) return i18n.t('price.unknown');
  return price === 0 ? i18n.t('price.free') : credits(price);
}

/** Milliseconds as minutes and seconds: 42000 → “0:42”. Never below zero. */
export function duration(ms: number): string {
  const all = Math.max(0, Math.floor(ms / SECOND_MS));
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`;
}

/** The length of a clip: 192 frames → “0:08”. */
export const clipLength = (frames: number): string =>
  duration(Math.round(secondsOf(frames, FRAMES_PER_SECOND)) * SECOND_MS);
