import { ChevronLeft, ChevronRight, X } from 'lucide-preact';
import { i18n } from '#i18n';
import { Poster } from '@/components/pictures/Poster';
import { useViewStore } from '@/components/store/view-store';
import { number } from '@/lib/text/format';
import { titleInSentence } from '@/lib/text/title';
import type { SlotDrag } from './drag';
import { imageTitle } from './image-title';

interface Props {
  readonly id: string;
  readonly index: number;
  readonly count: number;
  readonly drag: SlotDrag;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

/** One chosen image at its place: to be dragged to another, moved there by keys, or taken out. */
export function Slot({ id, index, count, drag, onMove, onRemove }: Props) {
  const store = useViewStore();
  const { focus, library } = store;
  const title = imageTitle(store, id);
  const remove = i18n.t('images.remove', [number(index + 1), titleInSentence(title)]);
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined || !event.altKey) return;
    event.preventDefault();
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    onMove(index + (isRtl ? -by : by));
  };
  return (
    <li class="slot" title={title} style={drag.styleOf(index)} onKeyDown={onKeyDown}>
      <div
        class={count > 1 ? 'slot-picture slot-loose' : 'slot-picture'}
        onPointerDown={(event) => {
          if (count > 1) drag.start(event, index, onMove);
        }}
      >
        <Poster media={library.known.value.get(id)} />
      </div>
      <span class="slot-number" aria-hidden="true">
        {number(index + 1)}
      </span>
      <button
        ref={focus.ref(`image ${index + 1}`)}
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
