import { Play, Square } from 'lucide-preact';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';

/** Plays the range in a loop, and stops it. */
export function PlayButton() {
  const { clipFile, playhead } = useViewStore();
  const isPlaying = playhead.monitor.value === 'playing';
  const Sign = isPlaying ? Square : Play;
  const name = i18n.t(isPlaying ? 'range.stop' : 'range.play');
  return (
    <button
      type="button"
      class="play"
      aria-label={name}
      title={name}
      aria-keyshortcuts="Space"
      disabled={clipFile.url.value === undefined}
      onClick={playhead.togglePlay}
    >
      <Sign class="i" aria-hidden="true" />
    </button>
  );
}
