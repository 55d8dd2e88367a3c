import { once } from '@/lib/base/once';
import { HOUR_MS, MINUTE_MS } from '@/lib/base/time';
import { locale } from './format';

const ago = once(() => new Intl.RelativeTimeFormat(locale(), { numeric: 'auto', style: 'short' }));

/** How long ago something was, in minutes or hours: “2 min. ago”, “this minute”. Never in the future. */
export function agoText(ms: number): string {
  const past = Math.max(0, ms);
  return past < HOUR_MS
    ? ago().format(-Math.floor(past / MINUTE_MS), 'minute')
    : ago().format(-Math.floor(past / HOUR_MS), 'hour');
}
