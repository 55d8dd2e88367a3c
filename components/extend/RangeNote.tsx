import { Info } from 'lucide-preact';
import { i18n } from '#i18n';
import { type Draft, lastRange } from '@/lib/job/draft';
import type { Range } from '@/lib/video/range';
import { resetRange } from './range';

interface Props {
  readonly draft: Draft;
  readonly range: Range;
  readonly frames: number;
}

/** What is known of the ranges that Flow takes. */
export function RangeNote({ draft, range, frames }: Props) {
  const last = lastRange(frames);
  const isLast = range.start === last.start && range.end === last.end;
  return (
    <div class="note">
      <Info class="i" aria-hidden="true" />
      <p>
        {i18n.t(isLast ? 'range.known' : 'range.untried')}
        {draft.range && !isLast && (
          <button type="button" class="link link-in" onClick={resetRange}>
            {i18n.t('range.reset')}
          </button>
        )}
      </p>
    </div>
  );
}
