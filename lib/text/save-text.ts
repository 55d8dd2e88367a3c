import { i18n } from '#i18n';
import type { Job } from '@/lib/jobs/job';
import type { Save } from '@/lib/jobs/save';
import { faultText } from './fault-text';
import { number } from './format';
import { jobName } from './job-name';

/** What follows the state of a finished job about its file, in a lighter weight. */
export function saveText(save: Save | undefined): string {
  switch (save?.state) {
    case 'requested':
      return save.isHeld ? '' : i18n.t('job.savingNow');
    case 'starting':
    case 'saving':
      return i18n.t('job.savingNow');
    case 'saved':
      return i18n.t('job.saved');
    default:
      return '';
  }
}

/** The same for a batch: how many are saved, and of how many while more are on their way. */
export function savesText(counts: {
  readonly open: number;
  readonly saved: number;
  readonly broken: readonly unknown[];
}): string {
  const { open, saved, broken } = counts;
  const all = open + saved + broken.length;
  if (open > 0) return i18n.t('jobList.saving', [number(saved), number(all)]);
  return saved > 0 ? i18n.t('jobList.saved', saved, [number(saved)]) : '';
}

/** The sentence when saving has ended: Saved: Extend “Dusk street”. */
export function saveEnded(job: Job, save: Save): string {
  const name = jobName(job);
  return save.state === 'broken'
    ? i18n.t('jobList.unsavedOne', [name, faultText([save.fault])])
    : i18n.t('jobList.savedOne', [name]);
}
