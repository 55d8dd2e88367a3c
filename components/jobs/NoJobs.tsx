import { i18n } from '#i18n';
import { focusSoon, showComposer } from '../store/view';
import { Leader } from '../ui/Leader';
import { search, showAll } from './list-view';

const chooseClip = () => {
  showComposer();
  focusSoon('.clip input');
};

/** There has never been a job. */
export const NoJobs = () => (
  <div class="jobs-none">
    <Leader name="noJobs" />
    <h3>{i18n.t('jobs.none')}</h3>
    <p>{i18n.t('jobs.noneText')}</p>
    <button type="button" class="btn btn-tall" onClick={chooseClip}>
      {i18n.t('jobList.chooseClip')}
    </button>
  </div>
);

/** There are jobs, but none that filter and search leave. */
export const NoneFit = () => (
  <div class="jobs-none">
    <p role="status">
      {i18n.t(search.value.trim() === '' ? 'jobList.noneShown' : 'jobList.noneFits')}
    </p>
    <button
      type="button"
      class="btn"
      onClick={() => {
        showAll();
        focusSoon('.jobs-filter select');
      }}
    >
      {i18n.t('jobList.showAll')}
    </button>
  </div>
);
