import { ChevronLeft, ChevronRight, X } from 'lucide-preact';
import { i18n } from '#i18n';
import { Poster } from '@/components/pictures/Poster';
import { known } from '@/components/store/library';
import { number } from '@/lib/text/format';
import { titleInSentence } from '@/lib/text/title';
import { aside, drag, startDrag } from './drag';
import { imageTitle } from './image-title';

interface Props {
  readonly id: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

/** One chosen image at its place: to be dragged to another, moved there by keys, or taken out. */
export function Slot({ id, index, count, onMove, onRemove }: Props) {
  const title = imageTitle(id);
  const remove = i18n.t('images.remove', [number(index + 1), titleInSentence(title)]);
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined || !event.altKey) return;
    event.preventDefault();
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    onMove(index + (isRtl ? -by : by));
  };
  return (
    <li class="slot" title={title} style={carried(index)} onKeyDown={onKeyDown}>
      <div
        class={count > 1 ? 'slot-picture slot-loose' : 'slot-picture'}
        onPointerDown={(event) => {
          if (count > 1) startDrag(event, index, onMove);
        }}
      >
        <Poster media={known.value.get(id)} />
      </div>
      <span class="slot-number" aria-hidden="true">
        {number(index + 1)}
      </span>
      <button
        type="button"
        class="icon-btn slot-remove"
        aria-label={remove}
        title={remove}
        onClick={onRemove}
      >
        <X class="i" aria-hidden="true" />
      </button>
      {count > 1 && (
        <span class="slot-moves">
          <MoveButton way="left" index={index} to={index - 1} count={count} onMove={onMove} />
          <MoveButton way="right" index={index} to={index + 1} count={count} onMove={onMove} />
        </span>
      )}
    </li>
  );
}

interface MoveButtonProps extends Pick<Props, 'index' | 'count' | 'onMove'> {
  readonly way: 'left' | 'right';
  readonly to: number;
}

function MoveButton({ way, index, to, count, onMove }: MoveButtonProps) {
  const isPossible = to >= 0 && to < count;
  const name = i18n.t(way === 'left' ? 'images.left' : 'images.right', [number(index + 1)]);
  const Sign = way === 'left' ? ChevronLeft : ChevronRight;
  return (
    <button
      type="button"
      class={`icon-btn slot-${way}`}
      aria-label={name}
      title={name}
      aria-disabled={!isPossible}
      aria-keyshortcuts={way === 'left' ? 'Alt+ArrowLeft' : 'Alt+ArrowRight'}
      onClick={() => {
        if (isPossible) onMove(to);
      }}
    >
      <Sign class="i i-turn" aria-hidden="true" />
    </button>
  );
}

/** While a slot is dragged it goes with the pointer, and the others make room. */
function carried(index: number) {
  const now = drag.value;
  if (!now) return undefined;
  return now.from === index
    ? { translate: `${now.x}px ${now.y}px`, zIndex: 1 }
    : { '--aside': String(aside(index)) };
}
