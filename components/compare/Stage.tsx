import './Stage.css';
import { useSignal } from '@preact/signals';
import type { Aspect } from '@/lib/flow/aspect';
import { Picture } from './Picture';
import type { Mode, Side } from './side';
import type { SyncedPlayer } from './synced-player';
import { Wipe } from './Wipe';

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
