import { i18n } from '#i18n';
import { POSITIONS } from '@/lib/flow/moves';
import type { Draft } from '@/lib/job/draft';
import { FieldProblem } from '../parts/FieldProblem';
import { Seed } from '../parts/Seed';
import { MoveGroup } from './MoveGroup';
import { MOTIONS_SHOWN } from './move-glyphs';

/** Reshoot: as many camera moves as are wanted, one job each. */
export const ReshootForm = ({ draft }: { draft: Draft }) => (
  <>
    <div data-field="moves">
      <MoveGroup name="motion" moves={MOTIONS_SHOWN} chosen={draft.moves} />
      <MoveGroup name="position" moves={POSITIONS} chosen={draft.moves} />
      <FieldProblem field="moves" />
    </div>
    <div class="form-end">
      <Seed />
      <p class="hint push">{i18n.t('moves.hint')}</p>
    </div>
  </>
);
