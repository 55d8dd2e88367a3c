import { i18n } from '#i18n';
import type { NoFile } from '@/components/store/clip-file';
import { FieldProblem } from '../fields/FieldProblem';
import '@/components/store/measure';
import { reloadFlow } from '@/components/store/tabs';
import { useViewStore } from '@/components/store/view-store';

const KEYS = {
  'no-address': 'length.noAddress',
  expired: 'length.expired',
  unreadable: 'length.unreadable',
} as const satisfies Record<NoFile, string>;

/** In place of the range while the length of the clip is not known: why, and what to do. */
export function LengthUnknown() {
  const { clipFile, library } = useViewStore();
  const file = clipFile.state.value;
  const tabId = library.tab.value?.tabId;
  if (file?.kind !== 'none')
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
      <p class="hint">{i18n.t(KEYS[file.why])}</p>
      <FieldProblem field="range" />
      {tabId !== undefined && (
        <button type="button" class="btn btn-s" onClick={() => reloadFlow(tabId)}>
          {i18n.t('card.reload')}
        </button>
      )}
    </div>
  );
}
