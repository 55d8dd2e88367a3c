import './SheetCell.css';
import { Bookmark } from 'lucide-preact';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import type { Media } from '@/lib/flow/media';
import type { Job, JobIn } from '@/lib/jobs/job';
import { stateText } from '@/lib/text/job-text';
import { Poster } from '../pictures/Poster';
import type { SyncedPlayer } from './synced-player';
import { TakeCell } from './TakeCell';
import { takeOfJob } from './take';
import { isDone } from './takes';

interface Props<Kind extends Job = Job> {
  readonly job: Kind;
  readonly name: string;
  /** Its result, else its source. */
  readonly media: Media | undefined;
  readonly player: SyncedPlayer;
  readonly isChosen: boolean;
}

/** One take: its picture, its name, and its state in words. A finished one can be chosen. */
export const SheetCell = (props: Props) => {
  const { now } = useViewStore();
  const { job, name, media } = props;
  if (isDone(job)) return <DoneCell {...props} job={job} />;
  return (
    <li class="take-cell take-wait">
      <span class={`take-pic take-${job.request.aspect}`}>
        <Poster media={media} id={job.sourceId} />
      </span>
      <span class="take-name">{name}</span> {stateText(job, { now: now.value }).state}
    </li>
  );
};

function DoneCell({ job, name, media, player, isChosen }: Props<JobIn<'done'>>) {
  const { compared, now } = useViewStore();
  const isKept = job.keptAt !== undefined;
  const choose = () => {
    compared.chosenTakes.value = new Map([...compared.chosenTakes.value, [job.batchId, job.id]]);
  };
  return (
    <TakeCell
      take={takeOfJob(job, name, media)}
      player={player}
      isChosen={isChosen}
      choose={choose}
      mark={isKept && <Bookmark class="i take-kept" aria-hidden="true" />}
    >
      {isKept ? i18n.t('sheet.kept') : stateText(job, { now: now.value }).state}
    </TakeCell>
  );
}
