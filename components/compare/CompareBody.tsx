import { type Signal, useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import type { Job } from '@/lib/job/job';
import { CompareWith } from './CompareWith';
import type { Comparison } from './comparison';
import { findMedia, findResult, useFound } from './found';
import { GoOn } from './GoOn';
import { HoldButton } from './HoldButton';
import { NoFile } from './NoFile';
import type { Player } from './player';
import { Stage } from './Stage';
import { MODES, type Mode, type Side } from './side';
import { TakeFacts } from './TakeFacts';
import { TakeStrip } from './TakeStrip';
import { Transport } from './Transport';
import { isDone, takeName } from './takes';

interface Props {
  readonly shown: Comparison;
  readonly takes: readonly Job[];
  readonly player: Player;
  readonly isHeld: Signal<boolean>;
}

/** Everything of a comparison between its title and its review. */
export function CompareBody({ shown, takes, player, isHeld }: Props) {
  const { compared } = useViewStore();
  const { job, batch, media } = shown;
  const mode = useSignal<Mode>('wipe');
  const offset = useSignal(0);
  const size = useSignal<string | undefined>(undefined);
  const other = batch.filter(isDone).find(({ id }) => id === compared.withId.value);
  const leftId = other?.id ?? job.sourceId;
  const leftFound = useFound(leftId, (refused) =>
    other ? findResult(other, refused) : findMedia(job.sourceId, refused),
  );
  const rightFound = useFound(job.id, (refused) => findResult(job, refused));
  const source = media.get(other ? (other.result.mediaId ?? '') : job.sourceId);
  const left: Side = {
    name: other ? takeName(other, batch) : i18n.t('compare.source'),
    finding: leftFound,
    media: source,
    posterId: other?.result.mediaId ?? job.sourceId,
    isImage: !other && job.request.action === 'references',
    offset: other ? 0 : offset.value,
  };
  const right: Side = {
    name: takeName(job, batch),
    finding: rightFound,
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
      <fieldset class="actions compare-how">
        <legend class="vh">{i18n.t('compare.how')}</legend>
        {MODES.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="compare-mode"
              checked={name === mode.value}
              onChange={() => {
                mode.value = name;
              }}
            />
            {i18n.t(`compare.${name}`)}
          </label>
        ))}
      </fieldset>
      <Stage
        left={left}
        right={right}
        player={player}
        mode={mode.value}
        isHeld={isHeld.value}
        aspect={job.request.aspect}
      />
      {mode.value === 'hold' && <HoldButton name={left.name} isHeld={isHeld} />}
      <Transport player={player} play={i18n.t('compare.play')} />
      {[left, right].map(({ name, finding: { found, retry } }, index) =>
        found.value.kind === 'none' ? (
          <NoFile key={index} sentence={found.value.sentence} name={name} retry={retry} />
        ) : null,
      )}
      <TakeStrip shown={shown} takes={takes} />
      <CompareWith shown={shown} offset={offset} />
      <TakeFacts shown={shown} size={size.value} />
      <GoOn key={job.id} shown={shown} />
    </div>
  );
}
