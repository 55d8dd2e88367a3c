import './Stage.css';
import { type Signal, useSignal } from '@preact/signals';
import { ChevronsLeftRight } from 'lucide-preact';
import { i18n } from '#i18n';
import type { Aspect } from '@/lib/flow/aspect';
import { leap } from './leap';
import { Picture } from './Picture';
import type { Mode, Side } from './side';
import type { SyncedPlayer } from './synced-player';

interface Props {
  readonly left: Side;
  readonly right: Side;
  readonly player: SyncedPlayer;
  readonly mode: Mode;
  /** The left one is held in front of the other. */
  readonly isHeld: boolean;
  readonly aspect: Aspect;
}

/** Both pictures of a comparison. Left is left in every language. */
export function Stage({ left, right, player, mode, isHeld, aspect }: Props) {
  const share = useSignal(50);
  return (
    <div
      class={`screen screen-${aspect}`}
      dir="ltr"
      data-mode={mode}
      data-held={isHeld}
      style={{ '--wipe': share.value / 100 }}
    >
      <Picture side={left} player={player} />
      <Picture side={right} player={player} isRight />
      {mode === 'wipe' && <Wipe share={share} left={left.name} right={right.name} />}
    </div>
  );
}

interface WipeProps {
  /** How much of the width shows the left picture, 0 to 100. */
  readonly share: Signal<number>;
  readonly left: string;
  readonly right: string;
}

/** The line between the two pictures: a native slider as wide as they are, with its own look. */
function Wipe({ share, left, right }: WipeProps) {
  const at = share.value;
  const move = (to: number) => {
    share.value = Math.min(100, Math.max(0, to));
  };
  return (
    <>
      <input
        class="wipe"
        type="range"
        min={0}
        max={100}
        value={at}
        aria-label={i18n.t('compareMode.wipe')}
        aria-valuetext={i18n.t('compare.share', [at, left, 100 - at, right])}
        onInput={({ currentTarget }) => move(currentTarget.valueAsNumber)}
        onKeyDown={(event) => leap(event, (by) => move(at + by))}
      />
      <span class="wipe-line" aria-hidden="true">
        <span class="wipe-grip">
          <ChevronsLeftRight class="i" />
        </span>
      </span>
    </>
  );
}
