import { Info } from 'lucide-preact';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { lastRange, RANGE_FRAMES } from '@/lib/drafts/draft';
import { number, seconds } from '@/lib/text/format';

/** How long the range is, and what is known of the ranges that Flow takes. */
export function RangeNote() {
  const { range } = useViewStore();
  const { start, end } = range.current.value;
  const last = lastRange(range.frames.value);
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
          <button type="button" class="link link-in" onClick={range.reset}>
            {i18n.t('range.reset')}
          </button>
        )}
      </p>
    </div>
  );
}
