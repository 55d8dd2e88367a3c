let had = false;

/** Notes from now on whether anything in this page has had the focus. */
export function noteFocus(): void {
  document.addEventListener(
    'focusin',
    () => {
      had = true;
    },
    { once: true },
  );
}

/** Whether something that had the focus is gone, and the focus with it. */
export const hasLostFocus = (): boolean => had && document.activeElement === document.body;
