import type { Signal } from '@preact/signals';
import { i18n } from '#i18n';

interface Props {
  readonly name: string;
  readonly isHeld: Signal<boolean>;
}

/** Shows the left picture for as long as it is pressed, by pointer, touch or key. */
export function HoldButton({ name, isHeld }: Props) {
  const hold = (to: boolean) => () => {
    isHeld.value = to;
  };
  const onKey = (to: boolean) => (event: KeyboardEvent) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    isHeld.value = to;
  };
  return (
    <button
      type="button"
      class="btn hold-button"
      aria-pressed={isHeld.value}
      onPointerDown={hold(true)}
      onPointerUp={hold(false)}
      onPointerCancel={hold(false)}
      onPointerLeave={hold(false)}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={onKey(true)}
      onKeyUp={onKey(false)}
      onBlur={hold(false)}
    >
      {i18n.t('compare.holdTo', [name])} <kbd>S</kbd>
    </button>
  );
}
