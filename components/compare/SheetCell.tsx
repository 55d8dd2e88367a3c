import './SheetCell.css';
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { Bookmark } from 'lucide-preact';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import type { Media } from '@/lib/flow/media';
import type { Job, JobIn } from '@/lib/jobs/job';
import { stateText } from '@/lib/text/job-text';
import { Poster } from '../pictures/Poster';
import { resolveResult, useMediaSource } from './media-source';
import { NoFile } from './NoFile';
import { StepVideo } from './StepVideo';
import type { SyncedPlayer } from './synced-player';
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

/** The file is asked for only while the cell is in sight or nearly. */
function DoneCell({ job, name, media, player, isChosen }: Props<JobIn<'done'>>) {
  const { compared, now } = useViewStore();
  const cell = useRef<HTMLLIElement>(null);
  const isNear = useNear(cell);
  const lookup = useMediaSource(isNear.value ? job.id : undefined, (refused) =>
    resolveResult(job, refused),
  );
  const state = lookup.found.value;
  const isKept = job.keptAt !== undefined;
  const choose = () => {
    compared.chosenTakes.value = new Map([...compared.chosenTakes.value, [job.batchId, job.id]]);
  };
  return (
    <li class="take-cell" ref={cell}>
      <button type="button" aria-pressed={isChosen} onClick={choose}>
        <span class={`take-pic take-${job.request.aspect}`}>
          <StepVideo
            lookup={lookup}
            player={player}
            media={media}
            posterId={job.result.mediaId ?? job.sourceId}
          />
          {isKept && <Bookmark class="i take-kept" aria-hidden="true" />}
        </span>
        <span class="take-name">{name}</span>{' '}
        {isKept ? i18n.t('sheet.kept') : stateText(job, { now: now.value }).state}
      </button>
      {state.kind === 'none' && (
        <NoFile sentence={state.sentence} name={name} retry={lookup.retry} />
      )}
    </li>
  );
}

/** Whether an element is in sight, or nearly. */
function useNear(element: RefObject<Element>): ReadonlySignal<boolean> {
  const isNear = useSignal(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        isNear.value = entries.at(-1)?.isIntersecting ?? false;
      },
      { rootMargin: '200px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return isNear;
}
