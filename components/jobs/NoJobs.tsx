import { i18n } from '#i18n';
import { useViewStore, type ViewStore } from '@/components/store/view-store';
import { Illustration } from '../ui/Illustration';

const chooseClip = ({ focus, navigation }: ViewStore) => {
  navigation.showComposer();
  focus.on('clip');
};

/** There has never been a job. */
export const NoJobs = () => {
  const store = useViewStore();
  return (
    <div class="jobs-none">
      <Illustration name="noJobs" />
      <h3>{i18n.t('jobs.none')}</h3>
      <p>{i18n.t('jobs.noneText')}</p>
      <button type="button" class="btn btn-tall" onClick={() => chooseClip(store)}>
        {i18n.t('jobList.chooseClip')}
      </button>
    </div>
  );
};

/** There are jobs, but none that filter and search leave. */
export const NoneFit = () => {
  const { focus, jobList } = useViewStore();
  return (
    <div class="jobs-none">
      <p role="status">
        {i18n.t(jobList.search.value.trim() === '' ? 'jobList.noneShown' : 'jobList.noneFits')}
      </p>
      <button
        type="button"
        class="btn"
        onClick={() => {
          jobList.showAll();
          focus.on('jobs-filter');
        }}
      >
        {i18n.t('jobList.showAll')}
      </button>
    </div>
  );
};
