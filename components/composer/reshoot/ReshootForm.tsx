import { useEffect, useId, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { clip } from '@/components/store/library';
import { recent } from '@/components/store/recent';
import { type Move, POSITIONS } from '@/lib/flow/moves';
import type { Draft } from '@/lib/job/draft';
import { FieldProblem } from '../fields/FieldProblem';
import { Seed } from '../fields/Seed';
import { fetchFirstFrame, firstFrame } from './first-frame';
import { MoveGroup } from './MoveGroup';
import { MOTIONS_SHOWN } from './move-glyphs';
import { recentFirst } from './recent-first';

/** Reshoot: as many camera moves as are wanted, one job each. */
export function ReshootForm({ draft }: { draft: Draft }) {
  const hint = useId();
  const media = clip.value;
  useEffect(() => fetchFirstFrame(media), [media?.id, media?.address, media?.poster]);
  const order = useFrozenOrder();
  const frame = firstFrame(media);
  const isFramed = frame !== undefined;
  if (!order) return null;
  return (
    <>
      <div
        data-field="moves"
        class={isFramed ? 'framed' : undefined}
        style={isFramed ? { '--frame': `url(${frame})` } : undefined}
      >
        <MoveGroup
          name="motion"
          moves={recentFirst(MOTIONS_SHOWN, order)}
          chosen={draft.moves}
          isFramed={isFramed}
          hint={hint}
        />
        <MoveGroup
          name="position"
          moves={recentFirst(POSITIONS, order)}
          chosen={draft.moves}
          isFramed={isFramed}
          hint={hint}
        />
        <FieldProblem field="moves" />
      </div>
      <div class="form-end">
        <Seed />
        <p class="hint push" id={hint}>
          {i18n.t(isFramed ? 'moves.hintFrame' : 'moves.hint')}
        </p>
      </div>
    </>
  );
}

/** What was used last, as it was when the form came up: tiles do not jump while it is open. */
function useFrozenOrder(): readonly Move[] | null {
  const order = useRef<readonly Move[] | null>(null);
  order.current ??= recent.value?.moves ?? null;
  return order.current;
}
