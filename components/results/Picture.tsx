import { useComputed, useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { FRAMES_PER_SECOND } from '@/lib/flow/media';
import { framesOf } from '@/lib/video/frames';
import { isHeld, type Lane, ownFrame } from '@/lib/video/step';
import type { Player } from './player';
import { StepVideo } from './StepVideo';
import type { Side } from './side';

interface Props {
  readonly side: Side;
  readonly player: Player;
  readonly isRight?: boolean;
}

/** One picture of a comparison, named with the frame it shows, and quietly whether it has ended. */
export function Picture({ side, player, isRight = false }: Props) {
  const { name, finding, media, posterId, offset } = side;
  const frames = useSignal<number | undefined>(undefined);
  const lane: Lane | undefined =
    frames.value === undefined ? undefined : { frames: frames.value, offset };
  const label = useComputed(() => labelOf(name, lane, player.frame.value)).value;
  const hasEnded = useComputed(() => lane !== undefined && isHeld(player.frame.value, lane));
  const { value: found } = finding.found;
  const measured = (video: HTMLVideoElement) => {
    frames.value = Math.max(1, framesOf(video.duration, FRAMES_PER_SECOND));
    side.measured?.(video);
  };
  return (
    <div class={isRight ? 'side side-right' : 'side'} role="img" aria-label={label}>
      {side.isImage && found.kind === 'address' ? (
        <img class="pic" src={found.address} alt="" onError={finding.fail} />
      ) : (
        <StepVideo
          finding={finding}
          player={player}
          offset={offset}
          media={media}
          posterId={posterId}
          measured={measured}
        />
      )}
      <span class="tag" dir="auto">
        {name}
        {hasEnded.value && ` · ${i18n.t('compare.ended')}`}
      </span>
    </div>
  );
}

const labelOf = (name: string, lane: Lane | undefined, frame: number): string =>
  lane ? i18n.t('compare.frame', [name, ownFrame(frame, lane)]) : name;
