import { useEffect, useId, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import type { Draft } from '@/lib/drafts/draft';
import { type Move, POSITIONS } from '@/lib/flow/moves';
import { FieldProblem } from '../fields/FieldProblem';
import { Seed } from '../fields/Seed';
import { fetchFirstFrame } from './first-frame';
import { MoveGroup } from './MoveGroup';
import { MOTIONS_SHOWN } from './move-glyphs';
import { recentFirst } from './recent-first';

/** Reshoot: as many camera moves as are wanted, one job each. */
export function ReshootForm({ draft }: { draft: Draft }) {
  const { library, seen } = useViewStore();
  const hint = useId();
  const media = library.clip.value;
  useEffect(() => fetchFirstFrame(seen.firstFrames, media), [media?.id, media?.url, media?.poster]);
  const order = useFrozenOrder();
  const frame = media && seen.firstFrames.value.get(media.id)?.url;
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
  const { items } = useViewStore();
  const order = useRef<readonly Move[] | null>(null);
  order.current ??= items.recent.value?.moves ?? null;
  return order.current;
}
