import './MoveGroup.css';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { useTiles } from '@/components/ui/tiles';
import { MOVES, type Move, type MoveKind } from '@/lib/flow/moves';
import { number } from '@/lib/text/format';
import { MoveTile } from './MoveTile';

interface Props {
  readonly name: MoveKind;
  readonly moves: readonly Move[];
  readonly chosen: readonly Move[];
  readonly isFramed: boolean;
  /** Id of the sentence that says what the tiles show. */
  readonly hint: string;
}

/** The tiles of one kind of move, how many are chosen, and all or none at once. */
export function MoveGroup({ name, moves, chosen, isFramed, hint }: Props) {
  const { composer } = useViewStore();
  const tiles = useTiles(moves, chosen);
  const count = moves.filter((move) => chosen.includes(move)).length;
  const isFull = count === moves.length;
  const others = chosen.filter((move) => !moves.includes(move));
  const choose = (next: readonly Move[]) =>
    composer.change({ moves: MOVES.filter((move) => next.includes(move)) });
  const every = name === 'motion' ? 'moves.everyMotion' : 'moves.everyPosition';
  return (
    <fieldset class="group" aria-describedby={hint}>
      <legend>{i18n.t(`moves.${name}`)}</legend>
      <p class="group-count">
        {i18n.t('moves.count', [number(count), number(moves.length)])}
        <button
          type="button"
          class="link"
          onClick={() => choose(isFull ? others : [...others, ...moves])}
        >
          {isFull ? i18n.t('moves.none') : i18n.t(every, [number(moves.length)])}
        </button>
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows between real checkboxes */}
      <div class={`moves moves-${name}`} onKeyDown={tiles.onKeyDown}>
        {moves.map((move) => (
          <MoveTile
            key={move}
            move={move}
            checked={chosen.includes(move)}
            isFramed={isFramed}
            tile={tiles.of(move)}
            onToggle={(isOn) =>
              choose(isOn ? [...chosen, move] : chosen.filter((one) => one !== move))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
