import './RangeField.css';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { useViewStore, type ViewStore } from '@/components/store/view-store';
import { FieldProblem } from '../fields/FieldProblem';
import { onRangeKey } from './keys';
import { LengthUnknown } from './LengthUnknown';
import { Marks } from './Marks';
import { Monitor } from './Monitor';
import { PlayButton } from './PlayButton';
import { RangeEnd } from './RangeEnd';
import { RangeNote } from './RangeNote';
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
