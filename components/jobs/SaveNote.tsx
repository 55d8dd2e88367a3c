import { i18n } from '#i18n';
import type { Save } from '@/lib/jobs/save';
import { faultText } from '@/lib/text/fault-text';
import { sentenceGap } from '@/lib/text/sentences';

/** Why the file of a job is not on the disk although it was to be saved. */
export function SaveNote({ save }: { save: Save | undefined }) {
  if (save?.state === 'requested' && save.isHeld)
    return <p class="job-save">{i18n.t('job.saveWaits')}</p>;
  if (save?.state !== 'broken') return null;
  return (
    <p class="job-save">
      <b>{i18n.t('job.notSaved')}</b>
      {sentenceGap()}
      {faultText([save.fault])}
    </p>
  );
}
