import { i18n } from '#i18n';
import type { Media } from '@/lib/flow/media';
import { FieldProblem } from '../parts/FieldProblem';
import { tab } from '../state/library';
import { type Unmeasured, unmeasured } from '../state/measure';
import { reloadFlow } from '../state/tabs';

const KEYS = {
  'no-address': 'length.noAddress',
  expired: 'length.expired',
  unreadable: 'length.unreadable',
} as const satisfies Record<Unmeasured, string>;

/** In place of the range while the length of the clip is not known: why, and what to do. */
export function LengthUnknown({ media }: { media: Media }) {
  const why = unmeasured(media);
  const tabId = tab.value?.tabId;
  if (why === undefined)
    return (
      <>
        <p class="hint" role="status">
          {i18n.t('length.reading')}
        </p>
        <FieldProblem field="range" />
      </>
    );
  return (
    <div class="why">
      <p class="hint">{i18n.t(KEYS[why])}</p>
      <FieldProblem field="range" />
      {tabId !== undefined && (
        <button type="button" class="btn btn-s" onClick={() => reloadFlow(tabId)}>
          {i18n.t('card.reload')}
        </button>
      )}
    </div>
  );
}
