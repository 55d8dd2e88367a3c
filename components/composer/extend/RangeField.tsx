import './RangeField.css';
import { Info } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { NoFile } from '@/components/store/clip-file';
import { reloadFlow } from '@/components/store/tabs';
import { useViewStore, type ViewStore } from '@/components/store/view-store';
import { lastRange, RANGE_FRAMES } from '@/lib/drafts/draft';
import { number, seconds } from '@/lib/text/format';
import { FieldProblem } from '../fields/FieldProblem';
import { onRangeKey } from './keys';
import { Marks } from './Marks';
import { Monitor } from './Monitor';
import { PlayButton } from './PlayButton';
import { RangeEnd } from './RangeEnd';
import { Timeline } from './Timeline';

/** The frames an extension continues from: on a strip of the clip, as pictures and as numbers. */
export function RangeField() {
  const store = useViewStore();
  const { playhead } = store;
  useEffect(() => playhead.closeMonitor, []);
  return (
    <fieldset class="range" data-field="range" onKeyDown={(event) => onRangeKey(store, event)}>
      <legend class="range-title">{i18n.t('range.label')}</legend>
      <Inside />
    </fieldset>
  );
}

function Inside() {
  const store = useViewStore();
  const { library } = store;
  const media = library.clip.value;
  if (!media) return <p class="hint">{i18n.t('range.noClip')}</p>;
  if (media.frames === undefined) return <LengthUnknown />;
  return (
    <>
      <Marks />
      <div class="range-strip">
        <PlayButton />
        <Timeline media={media} />
      </div>
      <div class="ends" onFocusIn={(event) => closeMonitorForText(store, event)}>
        <RangeEnd end="start" media={media} />
        <RangeEnd end="end" media={media} />
        <Monitor media={media} />
      </div>
      <FieldProblem field="range" />
      <RangeNote />
    </>
  );
}

/** The large picture lies over the fields: whoever goes into one wants to see it. */
function closeMonitorForText({ playhead }: ViewStore, { target }: FocusEvent): void {
  if (target instanceof HTMLInputElement) playhead.closeMonitor();
}

/** How long the range is, and what is known of the ranges that Flow takes. */
function RangeNote() {
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

const KEYS = {
  'no-address': 'length.noAddress',
  expired: 'length.expired',
  unreadable: 'length.unreadable',
} as const satisfies Record<NoFile, string>;

/** In place of the range while the length of the clip is not known: why, and what to do. */
function LengthUnknown() {
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
