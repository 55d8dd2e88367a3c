import { i18n } from '#i18n';
import { MOVES, type Move, type MoveKind } from '@/lib/flow/moves';
import { change } from '../state/composer';
import { number } from '../words/format';
import { MoveTile } from './MoveTile';

interface Props {
  readonly name: MoveKind;
  readonly moves: readonly Move[];
  readonly chosen: readonly Move[];
}

/** The tiles of one kind of move, how many are chosen, and all or none at once. */
export function MoveGroup({ name, moves, chosen }: Props) {
  const count = moves.filter((move) => chosen.includes(move)).length;
  const isFull = count === moves.length;
  const others = chosen.filter((move) => !moves.includes(move));
  const choose = (next: readonly Move[]) =>
    change({ moves: MOVES.filter((move) => next.includes(move)) });
  return (
    <fieldset class="group">
      <legend>{i18n.t(`moves.${name}`)}</legend>
      <p class="group-count">
        {i18n.t('moves.count', [number(count), number(moves.length)])}
        <button
          type="button"
          class="link"
          onClick={() => choose(isFull ? others : [...others, ...moves])}
        >
          {isFull ? i18n.t('moves.none') : i18n.t('moves.every', [number(moves.length)])}
        </button>
      </p>
      <div class={`moves moves-${name}`}>
        {moves.map((move) => (
          <MoveTile
            key={move}
            move={move}
            checked={chosen.includes(move)}
            onToggle={(isOn) =>
              choose(isOn ? [...chosen, move] : chosen.filter((one) => one !== move))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
