import type { Signal } from '@preact/signals';
import { ChevronsLeftRight } from 'lucide-preact';
import { i18n } from '#i18n';
import { leap } from './leap';

interface Props {
  /** How much of the width shows the left picture, 0 to 100. */
  readonly share: Signal<number>;
  readonly left: string;
  readonly right: string;
}

/** The line between the two pictures: a native slider as wide as they are, with its own look. */
export function Wipe({ share, left, right }: Props) {
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
        aria-label={i18n.t('compare.wipe')}
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
