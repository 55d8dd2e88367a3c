import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { isRightToLeft } from './drag';
import { valueText } from './Handle';
import { stepOf } from './steps';

/**
 * The place in the clip that I and O set the ends at; it runs while the range plays. Keys go to a
 * slider of their own; the pointer has the whole strip.
 */
export function Playhead() {
  const store = useViewStore();
  const { playhead, range } = store;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event, isRightToLeft());
    if (step === undefined) return;
    event.preventDefault();
    if (step === 'first') playhead.move(0);
    else if (step === 'last') playhead.move(range.frames.peek() - 1);
    else playhead.move(playhead.frameNow.peek() + step);
  };
  return (
    <>
      <div
        class="vh playhead-keys"
        role="slider"
        tabIndex={0}
        aria-label={i18n.t('range.playhead')}
        aria-valuemin={0}
        aria-valuemax={range.frames.value - 1}
        aria-valuenow={playhead.frame.value}
        aria-valuetext={valueText(store, playhead.frame.value)}
        onKeyDown={onKeyDown}
      />
      <div
        class="playhead"
        style={{ '--at': (playhead.frameNow.value + 0.5) / range.frames.value }}
      />
    </>
  );
}
