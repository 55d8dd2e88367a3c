/** Controls that get the focus from elsewhere; a row of a list by its key or its place. */
export type FocusTarget =
  | 'send'
  | 'action'
  | 'clip'
  | 'jobs'
  | 'jobs-back'
  | 'jobs-line'
  | 'jobs-filter'
  | 'jobs-menu'
  | 'hold'
  | 'pause'
  | 'add-image'
  | `image ${number}`
  | `upscale ${number}`
  | `row ${string}`;

/** A list may need this many frames until its rows are there again. */
const FRAMES = 12;

export type Focus = ReturnType<typeof createFocus>;

/** Sends the focus to a control of another view, and takes it up where its control has gone. */
export function createFocus() {
  const controls = new Map<FocusTarget, HTMLElement>();
  let last:
    | { readonly name: FocusTarget | undefined; readonly row: string | undefined }
    | undefined;

  document.addEventListener('focusin', ({ target }) => {
    const [name] = [...controls].find(([, control]) => control === target) ?? [];
    last = { name, row: target instanceof Element ? rowOf(target) : undefined };
  });

  const isLost = (): boolean => last !== undefined && document.activeElement === document.body;

  function go(target: FocusTarget, orElse: FocusTarget | undefined, frames: number): void {
    requestAnimationFrame(() => {
      const control = controls.get(target);
      if (control) control.focus();
      else if (frames > 0) go(target, orElse, frames - 1);
      else if (orElse) controls.get(orElse)?.focus();
    });
  }

  return {
    /** The `ref` of a control that gets the focus by this name. */
    ref: (target: FocusTarget) => {
      let own: HTMLElement | null = null;
      return (control: HTMLElement | null) => {
        if (control) controls.set(target, control);
        else if (controls.get(target) === own) controls.delete(target);
        own = control;
      };
    },
    /** Focuses a control once it is there; the other if it does not come. */
    on: (target: FocusTarget, orElse?: FocusTarget) => go(target, orElse, FRAMES),
    /** Whether something that had the focus is gone, and the focus with it. */
    isLost,
    /** Whether this control had the focus last. */
    wasOn: (target: FocusTarget): boolean => last?.name === target,
    /** Focuses a row of the list if the focus went with a control of that row. */
    takeUp(key: string): void {
      requestAnimationFrame(() => {
        if (last?.row === key && isLost()) controls.get(`row ${key}`)?.focus();
      });
    },
  };
}

/** Key of the row of a list that an element is in. */
export const rowOf = (element: Element | null): string | undefined =>
  element?.closest<HTMLElement>('[data-key]')?.dataset.key;
