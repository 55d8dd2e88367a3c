import { Check } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Poster } from '../parts/Poster';
import { change } from '../state/composer';
import { images } from '../state/library';
import { leave } from '../state/problems';

interface Props {
  readonly chosen: readonly string[];
  readonly onClose: () => void;
}

/** The images of the project, to choose from. More than three can be chosen, and is then said. */
export function ImagePicker({ chosen, onClose }: Props) {
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input, button')?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const toggle = (id: string, isOn: boolean) => {
    leave('images');
    change({ imageIds: isOn ? [...chosen, id] : chosen.filter((one) => one !== id) });
  };
  const all = images.value ?? [];
  return (
    <fieldset class="picker" ref={box}>
      <legend class="vh">{i18n.t('images.choose')}</legend>
      {all.length === 0 && <p class="hint">{i18n.t('images.none')}</p>}
      <div class="picker-grid">
        {all.map((image) => (
          <label class="pick-image" key={image.id} title={image.title}>
            <input
              type="checkbox"
              aria-label={image.title}
              checked={chosen.includes(image.id)}
              onChange={(event) => toggle(image.id, event.currentTarget.checked)}
            />
            <Poster media={image} />
            <span class="tick">
              <Check class="i" aria-hidden="true" />
            </span>
          </label>
        ))}
      </div>
      <button type="button" class="btn btn-s" onClick={onClose}>
        {i18n.t('images.done')}
      </button>
    </fieldset>
  );
}
