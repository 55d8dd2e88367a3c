import './Head.css';
import { Search } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useLibraryStore } from '@/components/store/library-store';
import { number } from '@/lib/text/format';
import { Logo } from '../ui/Logo';

/** The name of the page, the project that is shown, and the search in it. */
export function Head() {
  const { project } = useLibraryStore();
  const current = project.current.value;
  return (
    <header class="library-head">
      <Logo />
      <h1>{i18n.t('library.title')}</h1>
      {current && (
        <select
          class="field library-project"
          aria-label={i18n.t('library.project')}
          dir="auto"
          value={current.id}
          onChange={({ currentTarget }) => project.choose(currentTarget.value)}
        >
          {(project.all.value ?? []).map(({ id, title, count }) => (
            <option key={id} value={id} dir="auto">
              {i18n.t('jobList.option', [title ?? i18n.t('connection.untitled'), number(count)])}
            </option>
          ))}
        </select>
      )}
      {current && <SearchField />}
    </header>
  );
}

/** “/” goes to it from anywhere but a text field, Esc clears it. */
function SearchField() {
  const { view } = useLibraryStore();
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
  const { words } = view.filter.value;
  return (
    <label class="library-search push">
      <Search class="i" aria-hidden="true" />
      <input
        ref={field}
        type="search"
        class="field"
        dir="auto"
        aria-label={i18n.t('library.search')}
        placeholder={i18n.t('library.search')}
        aria-keyshortcuts="/"
        value={words}
        onInput={({ currentTarget }) => view.narrow({ words: currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || words === '') return;
          event.preventDefault();
          view.narrow({ words: '' });
        }}
      />
    </label>
  );
}
