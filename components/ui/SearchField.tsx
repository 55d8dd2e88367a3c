import './SearchField.css';
import { Search } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly search: (words: string) => void;
}

/** A search that narrows what stands below it. “/” goes to it from anywhere but a text field, Esc clears it. */
export function SearchField({ label, value, search }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.matches('input, textarea, select'))
        return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <label class="search">
      <Search class="i" aria-hidden="true" />
      <input
        ref={field}
        type="search"
        class="field"
        dir="auto"
        aria-label={label}
        placeholder={label}
        aria-keyshortcuts="/"
        value={value}
        onInput={({ currentTarget }) => search(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          event.preventDefault();
          search('');
        }}
      />
    </label>
  );
}
