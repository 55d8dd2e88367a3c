import './ContactSheet.css';
import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { sheetKey } from '@/lib/jobs/batch';
import { type Job, resultId } from '@/lib/jobs/job';
import { someMedia } from '@/lib/storage/media-queries';
import { SheetCell } from './SheetCell';
import { createSyncedPlayer } from './synced-player';
import { Transport } from './Transport';
import { isDone, takeName, takesOf } from './takes';
import { useRows } from './use-rows';

/** The takes of a batch side by side, playing in step; one of them is chosen to be compared. */
export function ContactSheet({ jobs }: { jobs: readonly Job[] }) {
  const { compared, focus } = useViewStore();
  const player = useMemo(createSyncedPlayer, []);
  const takes = takesOf(jobs);
  const ids = [...new Set(takes.map((job) => resultId(job) ?? job.sourceId))];
  const media = useRows(ids.join(' '), (from) => someMedia(ids, from));
  const done = takes.filter(isDone);
  const [first] = done;
  const chosen =
    done.find(({ id, batchId }) => id === compared.chosenTakes.value.get(batchId)) ?? first;
  return (
    <div class="sheet">
      <ul class="sheet-cells" aria-label={i18n.t('sheet.label')}>
        {takes.map((job) => (
          <SheetCell
            key={job.id}
            job={job}
            name={takeName(job, jobs)}
            media={media.value?.get(resultId(job) ?? job.sourceId)}
            player={player}
            isChosen={job === chosen}
          />
        ))}
      </ul>
      {chosen && (
        <Transport player={player} play={i18n.t('sheet.play')}>
          <button
            ref={focus.ref(`row ${sheetKey(chosen.batchId)}`)}
            type="button"
            class="btn btn-s"
            onClick={() => compared.open(chosen.id)}
          >
            {i18n.t('compare.open')} <span class="vh">{takeName(chosen, jobs)}</span>
          </button>
        </Transport>
      )}
    </div>
  );
}
