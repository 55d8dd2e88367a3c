import { computed, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { FRAMES_PER_SECOND } from '@/lib/flow/media';
import { framesOf } from '@/lib/video/frames';
import { isHeld, ownFrame, type SyncedClip } from '@/lib/video/sync';
import { StepVideo } from './StepVideo';
import type { Side } from './side';
import type { SyncedPlayer } from './synced-player';

interface Props {
  readonly side: Side;
  readonly player: SyncedPlayer;
  readonly isRight?: boolean;
}

/** One picture of a comparison, named with the frame it shows, and quietly whether it has ended. */
export function Picture({ side, player, isRight = false }: Props) {
  const { name, lookup, media, posterId, offset } = side;
  const frames = useSignal<number | undefined>(undefined);
  const { label, ended } = useMemo(
    () => wordsOf(name, { frames: frames.value, offset }, player),
    [name, frames.value, offset, player],
  );
  const { value: found } = lookup.found;
  const measured = (video: HTMLVideoElement) => {
    frames.value = Math.max(1, framesOf(video.duration, FRAMES_PER_SECOND));
    side.measured?.(video);
  };
  return (
    <div class={isRight ? 'screen-side screen-right' : 'screen-side'} role="img" aria-label={label}>
      {side.isImage && found.kind === 'url' ? (
        <img class="pic" src={found.url} alt="" onError={lookup.fail} />
      ) : (
        <StepVideo
          lookup={lookup}
          player={player}
          offset={offset}
          media={media}
          posterId={posterId}
          measured={measured}
        />
      )}
      <span class="tag">
        <bdi>{name}</bdi>
        {ended}
      </span>
    </div>
  );
}

/** Words that follow the clock by themselves: the picture is not drawn anew for them. */
function wordsOf(
  name: string,
  { frames, offset }: { readonly frames: number | undefined; readonly offset: number },
  { frame }: SyncedPlayer,
) {
  const clip: SyncedClip | undefined = frames === undefined ? undefined : { frames, offset };
  return {
    label: computed(() =>
      clip ? i18n.t('compare.frame', [name, ownFrame(frame.value, clip)]) : name,
    ),
    ended: computed(() =>
      clip && isHeld(frame.value, clip) ? ` · ${i18n.t('compare.ended')}` : '',
    ),
  };
}
