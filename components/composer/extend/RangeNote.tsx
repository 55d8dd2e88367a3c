import { Info } from 'lucide-preact';
import { i18n } from '#i18n';
import { lastRange, RANGE_FRAMES } from '@/lib/job/draft';
import { number, seconds } from '@/lib/text/format';
import { frames, range, resetRange } from './range';

/** How long the range is, and what is known of the ranges that Flow takes. */
export function RangeNote() {
  const { start, end } = range.value;
  const last = lastRange(frames.value);
  const isLast = start === last.start && end === last.end;
  const count = end - start + 1;
  return (
    <div class="note">
      <Info class="i" aria-hidden="true" />
      <p>
        {count >= 1 && (
          <>
            <b>{i18n.t('range.length', count, [number(count), seconds(count)])}</b> ·{' '}
          </>
        )}
        {i18n.t(isLast ? 'range.known' : 'range.untried', [RANGE_FRAMES])}
        {!isLast && (
          <button type="button" class="link link-in" onClick={resetRange}>
            {i18n.t('range.reset')}
          </button>
        )}
      </p>
    </div>
  );
}
