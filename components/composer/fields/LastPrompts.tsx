import { useSignal } from '@preact/signals';
import { History } from 'lucide-preact';
import { useId, useRef } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  readonly form: 'extend' | 'references';
  readonly current: string;
  /** Newest first. */
  readonly last: readonly string[];
  readonly onTake: (text: string) => void;
}

/** The prompts that were sent last, in a list to take one from; what it replaces can be had back. */
export function LastPrompts({ form, current, last, onTake }: Props) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const replaced = useSignal<Readonly<Record<string, string>>>({});
  const typed = replaced.value[form];
  const others = last.filter((prompt) => prompt !== typed);
  if (last.length === 0 && typed === undefined) return null;
  const take = (text: string) => {
    list.current?.hidePopover();
    if (current.trim() !== '' && !last.includes(current.trim()))
      replaced.value = { ...replaced.value, [form]: current };
    onTake(text);
  };
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }) => {
    const entries = [...event.currentTarget.querySelectorAll('button')];
    const at = entries.findIndex((entry) => entry.matches(':focus'));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (event.key === 'Escape') event.currentTarget.hidePopover();
    else if (to === undefined) return;
    // The browser would close the whole popup with Escape.
    event.preventDefault();
    if (to !== undefined) entries[to]?.focus();
  };
  return (
    <>
      <button
        type="button"
        class="icon-btn prompt-last"
        popovertarget={id}
        aria-label={i18n.t('prompt.last')}
        title={i18n.t('prompt.last')}
      >
        <History class="i" aria-hidden="true" />
      </button>
      <div
        id={id}
        class="prompt-list"
        popover="auto"
        role="dialog"
        aria-label={i18n.t('prompt.last')}
        ref={list}
        onKeyDown={onKeyDown}
        onToggle={(event) => {
          if (event.newState === 'open') list.current?.querySelector('button')?.focus();
        }}
      >
        <ul>
          {typed !== undefined && (
            <Entry text={typed} note={i18n.t('prompt.typed')} onTake={take} />
          )}
          {others.map((prompt) => (
            <Entry key={prompt} text={prompt} onTake={take} />
          ))}
        </ul>
      </div>
    </>
  );
}

interface EntryProps {
  readonly text: string;
  readonly note?: string;
  readonly onTake: (text: string) => void;
}

const Entry = ({ text, note, onTake }: EntryProps) => (
  <li>
    <button type="button" onClick={() => onTake(text)}>
      {note !== undefined && <span class="hint">{note}</span>}
      <span class="prompt-entry" dir="auto">
        {text}
      </span>
    </button>
  </li>
);
