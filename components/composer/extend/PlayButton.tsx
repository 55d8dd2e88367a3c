import { Play, Square } from 'lucide-preact';
import { i18n } from '#i18n';
import { clipAddress } from '@/components/store/clip-file';
import { monitor, togglePlay } from './playhead-state';

/** Plays the range in a loop, and stops it. */
export function PlayButton() {
  const isPlaying = monitor.value === 'playing';
  const Sign = isPlaying ? Square : Play;
  const name = i18n.t(isPlaying ? 'range.stop' : 'range.play');
  return (
    <button
      type="button"
      class="play"
      aria-label={name}
      title={name}
      aria-keyshortcuts="Space"
      disabled={clipAddress.value === undefined}
      onClick={togglePlay}
    >
      <Sign class="i" aria-hidden="true" />
    </button>
  );
}
