import { useSignal } from '@preact/signals';
import { Plus, X } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { IMAGES_MAX } from '@/lib/flow/request';
import type { Draft } from '@/lib/job/draft';
import { FieldProblem } from '../parts/FieldProblem';
import { Poster } from '../parts/Poster';
import { change } from '../state/composer';
import { known } from '../state/library';
import { explainedBy } from '../state/problems';
import { number } from '../words/format';
import { ImagePicker } from './ImagePicker';

/** The chosen images, each to be taken out again, and the way to choose more. */
export function ImageField({ draft }: { draft: Draft }) {
  const picking = useSignal(false);
  const add = useRef<HTMLButtonElement>(null);
  const remove = (id: string) => {
    change({ imageIds: draft.imageIds.filter((one) => one !== id) });
    add.current?.focus();
  };
  const count = [number(draft.imageIds.length), number(IMAGES_MAX)] as const;
  return (
    <div data-field="images">
      <p class="label" id="images">
        {i18n.t('images.label')} <span class="hint">{i18n.t('images.count', [...count])}</span>
      </p>
      <ul class="slots" aria-labelledby="images">
        {draft.imageIds.map((id, index) => (
          <Slot key={id} id={id} index={index} onRemove={() => remove(id)} />
        ))}
        <li>
          <button
            type="button"
            class="slot-add"
            ref={add}
            aria-expanded={picking.value}
            onClick={() => {
              picking.value = !picking.value;
            }}
            {...explainedBy('images')}
          >
            <Plus class="i" aria-hidden="true" />
            {i18n.t('images.add')}
          </button>
        </li>
      </ul>
      <FieldProblem field="images" />
      {picking.value && (
        <ImagePicker
          chosen={draft.imageIds}
          onClose={() => {
            picking.value = false;
            add.current?.focus();
          }}
        />
      )}
    </div>
  );
}

function Slot({ id, index, onRemove }: { id: string; index: number; onRemove: () => void }) {
  const image = known.value.get(id);
  const name = i18n.t('images.remove', [index + 1, image?.title ?? i18n.t('images.unknown')]);
  return (
    <li class="slot" title={image?.title}>
      <Poster media={image} />
      <button type="button" class="icon-btn" aria-label={name} title={name} onClick={onRemove}>
        <X class="i" aria-hidden="true" />
      </button>
    </li>
  );
}
