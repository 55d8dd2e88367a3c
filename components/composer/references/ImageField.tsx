import './ImageField.css';
import { useSignal } from '@preact/signals';
import { Plus } from 'lucide-preact';
import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { useViewStore, type ViewStore } from '@/components/store/view-store';
import type { Draft } from '@/lib/drafts/draft';
import { IMAGES_MAX } from '@/lib/flow/request';
import { number } from '@/lib/text/format';
import { titleInSentence } from '@/lib/text/title';
import { FieldProblem } from '../fields/FieldProblem';
import { createSlotDrag } from './drag';
import { ImagePicker } from './ImagePicker';
import { imageTitle } from './image-title';
import { moved } from './order';
import { Slot } from './Slot';

/** The chosen images in their order, each to be moved or taken out, and the way to choose more. */
export function ImageField({ draft: { imageIds } }: { draft: Draft }) {
  const store = useViewStore();
  const { focus, validation } = store;
  const picking = useSignal(false);
  const drag = useMemo(createSlotDrag, []);
  const count = imageIds.length;
  const isFull = count >= IMAGES_MAX;
  return (
    <div data-field="images">
      <p class="label" id="images">
        {i18n.t('images.label')}{' '}
        <span class="hint">{i18n.t('images.count', [number(count), number(IMAGES_MAX)])}</span>
      </p>
      <ul class="slots" aria-labelledby="images">
        {imageIds.map((id, index) => (
          <Slot
            key={id}
            id={id}
            index={index}
            count={count}
            drag={drag}
            onMove={(to) => position(store, imageIds, index, to)}
            onRemove={() => remove(store, imageIds, index)}
          />
        ))}
        <li class={isFull ? 'slot-last' : undefined}>
          <button
            type="button"
            class={isFull ? 'btn btn-s' : 'slot-add'}
            ref={focus.ref('add-image')}
            aria-expanded={picking.value}
            onClick={() => {
              picking.value = !picking.value;
            }}
            {...validation.explainedBy('images')}
          >
            <Plus class="i" aria-hidden="true" />
            {i18n.t(isFull ? 'images.other' : 'images.add')}
          </button>
        </li>
      </ul>
      <FieldProblem field="images" />
      {picking.value && (
        <ImagePicker
          chosen={imageIds}
          onClose={() => {
            picking.value = false;
            focus.on('add-image');
          }}
        />
      )}
    </div>
  );
}

/** Puts an image at another place and says where it stands now. */
function position(store: ViewStore, imageIds: readonly string[], from: number, to: number): void {
  const { announcer, composer } = store;
  const next = moved(imageIds, from, to);
  const id = imageIds[from];
  if (id === undefined || next[to] !== id) return;
  keepFocus();
  composer.change({ imageIds: next });
  const title = titleInSentence(imageTitle(store, id));
  announcer.announce(i18n.t('images.place', [number(to + 1), number(next.length), title]));
}

/** Takes an image out; the focus goes to the one that stands there now, else to what is left. */
function remove({ composer, focus }: ViewStore, imageIds: readonly string[], index: number): void {
  composer.change({ imageIds: imageIds.filter((_, at) => at !== index) });
  const next = Math.min(index + 1, imageIds.length - 1);
  focus.on(next > 0 ? `image ${next}` : 'add-image');
}

/** A control that goes to another place in the page loses the focus on its way: it gets it back. */
function keepFocus(): void {
  const control = document.activeElement;
  requestAnimationFrame(() => {
    if (control instanceof HTMLElement) control.focus();
  });
}
