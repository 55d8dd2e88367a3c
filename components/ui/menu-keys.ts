const TYPING_MS = 600;

/** Keys inside an open menu: arrows, Home and End, letters of an entry, Esc and Tab to leave. */
export function createMenuKeys() {
  let typed = '';
  let typedAt = 0;

  /** The next entry that begins with what was typed just now; one letter again goes on to the next. */
  function byLetters(
    { key, ctrlKey, metaKey, altKey, timeStamp }: KeyboardEvent,
    items: readonly HTMLElement[],
    at: number,
  ): HTMLElement | undefined {
    const isOn = timeStamp - typedAt < TYPING_MS;
    if (ctrlKey || metaKey || altKey || key.length !== 1 || (key === ' ' && !isOn))
      return undefined;
    typed = isOn ? typed + key : key;
    typedAt = timeStamp;
    const isOne = [...typed].every((letter) => letter === typed[0]);
    const wanted = (isOne ? key : typed).toLowerCase();
    const from = isOne ? at + 1 : at;
    const turned = [...items.slice(from), ...items.slice(0, from)];
    return turned.find((item) => item.textContent?.toLowerCase().startsWith(wanted));
  }

  return (event: KeyboardEvent, close: () => void): void => {
    const menu = event.currentTarget;
    if (!(menu instanceof HTMLElement)) return;
    if (event.key === 'Tab') {
      close();
      return;
    }
    const items = [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    const at = items.findIndex((item) => item.matches(':focus'));
    const next = byArrows(event, items, at) ?? byLetters(event, items, at);
    if (event.key !== 'Escape' && !next) return;
    event.preventDefault();
    if (next) next.focus();
    else close();
  };
}

function byArrows(
  { key }: KeyboardEvent,
  items: readonly HTMLElement[],
  at: number,
): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items.at(at < 0 ? -1 : at - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default:
      return undefined;
  }
}
