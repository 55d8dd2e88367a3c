import './Transport.css';
import { Pause, Play, StepBack, StepForward } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { FRAMES_PER_SECOND } from '@/lib/flow/media';
import { seconds } from '@/lib/text/format';
import { timecode } from '@/lib/video/timecode';
import { leap } from './leap';
import type { SyncedPlayer } from './synced-player';

interface Props {
  readonly player: SyncedPlayer;
  /** What the button in the middle plays, in words. */
  readonly play: string;
  readonly children?: ComponentChildren;
}

/** One row of controls for all videos of a player. It runs from left to right in every language. */
export function Transport({ player, play, children }: Props) {
  const { frame, last, isPlaying, show } = player;
  const at = frame.value;
  return (
    <div class="transport" dir="ltr">
      <Step name={i18n.t('compare.frameBack')} go={() => show(at - 1)}>
        <StepBack class="i" aria-hidden="true" />
      </Step>
      <Step name={isPlaying.value ? i18n.t('compare.pause') : play} go={player.toggle}>
        {isPlaying.value ? (
          <Pause class="i" aria-hidden="true" />
        ) : (
          <Play class="i" aria-hidden="true" />
        )}
      </Step>
      <Step name={i18n.t('compare.frameOn')} go={() => show(at + 1)}>
        <StepForward class="i" aria-hidden="true" />
      </Step>
      <input
        class="transport-at"
        type="range"
        min={0}
        max={last.value}
        value={at}
        aria-label={i18n.t('compare.position')}
        aria-valuetext={i18n.t('range.value', [at, last.value, seconds(at)])}
        style={{ '--at': last.value === 0 ? 0 : at / last.value }}
        onInput={({ currentTarget }) => show(currentTarget.valueAsNumber)}
        onKeyDown={(event) => leap(event, (by) => show(at + by))}
      />
      <span class="transport-time">{timecode(at, FRAMES_PER_SECOND)}</span>
      {children}
    </div>
  );
}

interface StepProps {
  readonly name: string;
  readonly go: () => void;
  readonly children: ComponentChildren;
}

const Step = ({ name, go, children }: StepProps) => (
  <button type="button" class="icon-btn" aria-label={name} title={name} onClick={go}>
    {children}
  </button>
);
