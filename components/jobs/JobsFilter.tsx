import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { FILTERS, type Filter } from '@/lib/jobs/filter';
import { number } from '@/lib/text/format';
import { SearchField } from '../ui/SearchField';

const WORDS = {
  all: 'jobList.all',
  open: 'jobList.open',
  needs: 'jobList.needs',
  done: 'jobList.done',
  kept: 'jobList.kept',
  page: 'page.started',
  cleared: 'jobList.clearedOnes',
} as const satisfies Record<Filter, string>;

/** A list of no more than so many is looked through at once. */
const FEW = 5;

/** What of the list is shown, with counts, and a search in it. */
export function JobsFilter() {
  const { allJobs, focus, jobList, pageJobs } = useViewStore();
  const isLong = (allJobs.jobs.value?.length ?? 0) + pageJobs.jobs.value.length > FEW;
  return (
    <div class="jobs-filter">
      <select
        ref={focus.ref('jobs-filter')}
        class="field"
        aria-label={i18n.t('jobList.filter')}
        value={jobList.filter.value}
        onChange={({ currentTarget }) => {
          jobList.filter.value = FILTERS.find((name) => name === currentTarget.value) ?? 'all';
        }}
      >
        {FILTERS.map((name) => (
          <option key={name} value={name}>
            {i18n.t('jobList.option', [
              i18n.t(WORDS[name]),
              number(jobList.filterCounts.value.get(name) ?? 0),
            ])}
          </option>
        ))}
      </select>
      {isLong && (
        <SearchField
          label={i18n.t('jobList.search')}
          value={jobList.search.value}
          search={(words) => {
            jobList.search.value = words;
          }}
        />
      )}
    </div>
  );
}
