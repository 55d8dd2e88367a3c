import './Menu.css';
import { useSignal } from '@preact/signals';
import { Ellipsis } from 'lucide-preact';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import { createMenuKeys } from './menu-keys';
import { positionMenu } from './menu-position';

/** One entry of a menu. */
export interface MenuItem {
  readonly label: string;
  /** What stands behind the label in a lighter weight, such as a price. */
  readonly detail?: string | undefined;
  /** Begins another group. */
  readonly isApart?: boolean;
  readonly follow: () => void;
}

interface Props {
  /** Name of the button and of the menu. */
  readonly name: string;
  readonly items: readonly MenuItem[];
  readonly isDisabled?: boolean;
  /** Told the button, for those who give it the focus. */
  readonly buttonRef?: (button: HTMLElement | null) => void;
}

/**
 * A button with three dots and the menu that it opens, above everything else in the page. Esc, Tab, a
 * press elsewhere and scrolling close it; what is chosen is carried out once it has closed. While it is
 * open it stays as it was opened: what has the focus or is under the pointer is what was read.
 */
export function Menu({ name, items, isDisabled = false, buttonRef }: Props) {
  const id = useId();
  const isOpen = useSignal(false);
  const button = useRef<HTMLButtonElement | null>(null);
  const menu = useRef<HTMLDivElement>(null);
  const shown = useRef(items);
  const onMenuKey = useMemo(createMenuKeys, []);
  if (!isOpen.value) shown.current = items;
  const close = () => menu.current?.hidePopover();
  const place = () => {
    if (!menu.current || !button.current) return;
    const at = positionMenu(
      button.current.getBoundingClientRect(),
      menu.current.getBoundingClientRect(),
      { width: document.documentElement.clientWidth, height: innerHeight },
      getComputedStyle(button.current).direction === 'rtl',
    );
    menu.current.style.top = `${at.top}px`;
    menu.current.style.left = `${at.left}px`;
    menu.current.classList.add('menu-placed');
    menu.current.querySelector<HTMLElement>('[role="menuitem"]')?.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (!isOpen.value) return undefined;
    const onScroll = ({ target }: Event) => target !== menu.current && close();
    document.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => document.removeEventListener('scroll', onScroll, { capture: true });
  }, [isOpen.value]);
  if (shown.current.length === 0) return <span class="menu-none" />;
  return (
    <>
      <button
        ref={(element) => {
          button.current = element;
          buttonRef?.(element);
        }}
        type="button"
        class="icon-btn icon-btn-s menu-btn"
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        popovertarget={id}
        disabled={isDisabled}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          menu.current?.showPopover();
        }}
      >
        <Ellipsis class="i" aria-hidden="true" />
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        class="menu"
        role="menu"
        aria-label={name}
        onBeforeToggle={({ newState, currentTarget }) => {
          isOpen.value = newState === 'open';
          currentTarget.classList.remove('menu-placed');
        }}
        onToggle={({ newState }) => {
          if (newState === 'open') place();
        }}
        onKeyDown={(event) => onMenuKey(event, close)}
      >
        {isOpen.value &&
          shown.current.map(({ label, detail, isApart, follow }) => (
            <button
              key={label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              class={isApart ? 'menu-item menu-apart' : 'menu-item'}
              onClick={() => {
                close();
                follow();
              }}
            >
              {label}
              {detail !== undefined && <span class="menu-detail">{detail}</span>}
            </button>
          ))}
      </div>
    </>
  );
}
