import './Pair.css';
import { type Signal, useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import type { Aspect } from '@/lib/flow/aspect';
import { HoldButton } from './HoldButton';
import { NoFile } from './NoFile';
import { Stage } from './Stage';
import { MODES, type Mode, type Side } from './side';
import type { SyncedPlayer } from './synced-player';
import { Transport } from './Transport';

interface Props {
  readonly left: Side;
  readonly right: Side;
  readonly aspect: Aspect;
  readonly player: SyncedPlayer;
  /** What holding the left one in front is called; absent: that it is the source. */
  readonly hold?: string;
  /** Whether the left one is held in front. */
  readonly isHeld: Signal<boolean>;
}

/** Two clips that are looked at in one of three ways, on one clock. */
export function Pair({ left, right, aspect, player, hold, isHeld }: Props) {
  const mode = useSignal<Mode>('wipe');
  return (
    <>
      <fieldset class="actions compare-how">
        <legend class="vh">{i18n.t('compare.how')}</legend>
        {MODES.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="compare-mode"
              checked={name === mode.value}
              onChange={() => {
                mode.value = name;
              }}
            />
            {(name === 'hold' && hold) || i18n.t(`compareMode.${name}`)}
          </label>
        ))}
      </fieldset>
      <Stage
        left={left}
        right={right}
        player={player}
        mode={mode.value}
        isHeld={isHeld.value}
        aspect={aspect}
      />
      {mode.value === 'hold' && <HoldButton name={left.name} isHeld={isHeld} />}
      <Transport player={player} play={i18n.t('compare.play')} />
      {[left, right].map(({ name, lookup: { found, retry } }, index) =>
        found.value.kind === 'none' ? (
          <NoFile key={index} sentence={found.value.sentence} name={name} retry={retry} />
        ) : null,
      )}
    </>
  );
}
