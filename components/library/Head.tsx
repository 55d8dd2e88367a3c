import './Head.css';
import { i18n } from '#i18n';
import { useLibraryStore } from '@/components/store/library-store';
import { number } from '@/lib/text/format';
import { Logo } from '../ui/Logo';
import { SearchField } from '../ui/SearchField';

/** The name of the page, the project that is shown, and the search in it. */
export function Head() {
  const { project, view } = useLibraryStore();
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
      {current && (
        <div class="library-search push">
          <SearchField
            label={i18n.t('library.search')}
            value={view.filter.value.words}
            search={(words) => view.narrow({ words })}
          />
        </div>
      )}
    </header>
  );
}
