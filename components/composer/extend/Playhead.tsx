import { i18n } from '#i18n';
import { isRightToLeft } from './drag';
import { valueWords } from './Handle';
import { movePlayhead, playhead, playheadNow } from './playhead-state';
import { frames } from './range';
import { stepOf } from './steps';

/**
 * The place in the clip that I and O set the ends at; it runs while the range plays. Keys go to a
 * slider of their own; the pointer has the whole strip.
 */
export function Playhead() {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event, isRightToLeft());
    if (step === undefined) return;
    event.preventDefault();
    if (step === 'first') movePlayhead(0);
    else if (step === 'last') movePlayhead(frames.peek() - 1);
    else movePlayhead(playheadNow.peek() + step);
  };
  return (
    <>
      <div
        class="vh playhead-keys"
        role="slider"
        tabIndex={0}
        aria-label={i18n.t('range.playhead')}
        aria-valuemin={0}
        aria-valuemax={frames.value - 1}
        aria-valuenow={playhead.value}
        aria-valuetext={valueWords(playhead.value)}
        onKeyDown={onKeyDown}
      />
      <div class="playhead" style={{ '--at': (playheadNow.value + 0.5) / frames.value }} />
    </>
  );
}
