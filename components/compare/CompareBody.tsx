import { type Signal, useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import type { Job } from '@/lib/jobs/job';
import { CompareWith } from './CompareWith';
import type { Comparison } from './comparison';
import { GoOn } from './GoOn';
import { resolveMedia, resolveResult, useMediaSource } from './media-source';
import { Pair } from './Pair';
import type { Side } from './side';
import type { SyncedPlayer } from './synced-player';
import { TakeDetails } from './TakeDetails';
import { TakeThumbnails } from './TakeThumbnails';
import { isDone, takeName } from './takes';

interface Props {
  readonly shown: Comparison;
  readonly takes: readonly Job[];
  readonly player: SyncedPlayer;
  readonly isHeld: Signal<boolean>;
}

/** Everything of a comparison between its title and its review. */
export function CompareBody({ shown, takes, player, isHeld }: Props) {
  const { compared } = useViewStore();
  const { job, batch, media } = shown;
  const offset = useSignal(0);
  const size = useSignal<string | undefined>(undefined);
  const other = batch.filter(isDone).find(({ id }) => id === compared.withId.value);
  const leftId = other?.id ?? job.sourceId;
  const leftLookup = useMediaSource(leftId, (refused) =>
    other ? resolveResult(other, refused) : resolveMedia(job.sourceId, refused),
  );
  const rightLookup = useMediaSource(job.id, (refused) => resolveResult(job, refused));
  const source = media.get(other ? (other.result.mediaId ?? '') : job.sourceId);
  const left: Side = {
    name: other ? takeName(other, batch) : i18n.t('compare.source'),
    lookup: leftLookup,
    media: source,
    posterId: other?.result.mediaId ?? job.sourceId,
    isImage: !other && job.request.action === 'references',
    offset: other ? 0 : offset.value,
  };
  const right: Side = {
    name: takeName(job, batch),
    lookup: rightLookup,
    media: media.get(job.result.mediaId ?? ''),
    posterId: job.result.mediaId ?? job.sourceId,
    isImage: false,
    offset: 0,
    measured: ({ videoWidth, videoHeight }) => {
      size.value = i18n.t('compare.size', [videoWidth, videoHeight]);
    },
  };
  return (
    <div class="compare-body">
      <Pair left={left} right={right} aspect={job.request.aspect} player={player} isHeld={isHeld} />
      <TakeThumbnails shown={shown} takes={takes} />
      <CompareWith shown={shown} offset={offset} />
      <TakeDetails shown={shown} size={size.value} />
      <GoOn key={job.id} shown={shown} />
    </div>
  );
}
