import { Search } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { FILTERS, type Filter } from '@/lib/job/filter';
import { number } from '@/lib/text/format';
import { allJobs } from '../store/all-jobs';
import { filter, filterCounts, search } from './list-view';

const WORDS = {
  all: 'jobList.all',
  open: 'jobList.open',
  needs: 'jobList.needs',
  done: 'jobList.done',
  kept: 'jobList.kept',
  cleared: 'jobList.clearedOnes',
} as const satisfies Record<Filter, string>;

/** A list of no more than so many is looked through at once. */
const FEW = 5;

/** What of the list is shown, with counts, and a search in it. */
export function JobsFilter() {
  const isLong = (allJobs.value?.length ?? 0) > FEW;
  return (
    <div class="jobs-filter">
      <select
        class="field"
        aria-label={i18n.t('jobList.filter')}
        value={filter.value}
        onChange={({ currentTarget }) => {
          filter.value = FILTERS.find((name) => name === currentTarget.value) ?? 'all';
        }}
      >
        {FILTERS.map((name) => (
          <option key={name} value={name}>
            {i18n.t('jobList.option', [
              i18n.t(WORDS[name]),
              number(filterCounts.value.get(name) ?? 0),
            ])}
          </option>
        ))}
      </select>
      {isLong && <SearchField />}
    </div>
  );
}

/** “/” goes to it from anywhere but a text field, Esc clears it. */
function SearchField() {
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
    <label class="jobs-search">
      <Search class="i" aria-hidden="true" />
      <input
        ref={field}
        type="search"
        class="field"
        dir="auto"
        aria-label={i18n.t('jobList.search')}
        placeholder={i18n.t('jobList.search')}
        aria-keyshortcuts="/"
        value={search.value}
        onInput={({ currentTarget }) => {
          search.value = currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || search.value === '') return;
          event.preventDefault();
          search.value = '';
        }}
      />
    </label>
  );
}
