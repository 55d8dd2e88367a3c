import './ImagePicker.css';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Poster } from '@/components/pictures/Poster';
import { useViewStore } from '@/components/store/view-store';
import { useTiles } from '@/components/ui/tiles';
import { plain, searchFor } from '@/lib/base/search';
import type { Media } from '@/lib/flow/media';
import { number } from '@/lib/text/format';
import { mediaTitle } from '@/lib/text/title';

/** With more images than this, there is a field to search them. */
const SEARCHED_FROM = 12;

interface Props {
  readonly chosen: readonly string[];
  readonly onClose: () => void;
}

/** The images of the project, to choose from. More than three can be chosen, and is then said. */
export function ImagePicker({ chosen, onClose }: Props) {
  const { composer, library, validation } = useViewStore();
  const box = useRef<HTMLFieldSetElement>(null);
  const sought = useSignal('');
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input:not([tabindex="-1"]), button')?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const toggle = (id: string, isOn: boolean) => {
    validation.leave('images');
    composer.change({ imageIds: isOn ? [...chosen, id] : chosen.filter((one) => one !== id) });
  };
  const all = library.images.value ?? [];
  const shown = matching(all, sought.value);
  const ids = shown.map(({ id }) => id);
  const tiles = useTiles(ids, chosen);
  return (
    <fieldset class="picker" ref={box}>
      <legend class="vh">{i18n.t('images.choose')}</legend>
      {all.length > SEARCHED_FROM && (
        <input
          class="field picker-search"
          type="search"
          dir="auto"
          aria-label={i18n.t('images.search')}
          placeholder={i18n.t('images.search')}
          value={sought.value}
          onInput={(event) => {
            sought.value = event.currentTarget.value;
          }}
        />
      )}
      {shown.length === 0 && (
        <p class="hint" role="status">
          {i18n.t(all.length === 0 ? 'images.none' : 'images.noMatch')}
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows between real checkboxes */}
      <div class="picker-grid" onKeyDown={tiles.onKeyDown}>
        {shown.map((image) => (
          <PickImage
            key={image.id}
            image={image}
            position={chosen.indexOf(image.id)}
            tile={tiles.of(image.id)}
            onToggle={(isOn) => toggle(image.id, isOn)}
          />
        ))}
      </div>
      <button type="button" class="btn btn-s" onClick={onClose}>
        {i18n.t('images.done')}
      </button>
    </fieldset>
  );
}

interface PickImageProps {
  readonly image: Media;
  /** Among the chosen ones, counted from 0; -1: it is not chosen. */
  readonly position: number;
  readonly tile: ReturnType<ReturnType<typeof useTiles>['of']>;
  readonly onToggle: (isOn: boolean) => void;
}

const PickImage = ({ image, position, tile, onToggle }: PickImageProps) => (
  <label class="pick-image" title={mediaTitle(image)}>
    <input
      type="checkbox"
      aria-label={mediaTitle(image)}
      checked={position >= 0}
      onChange={(event) => onToggle(event.currentTarget.checked)}
      {...tile}
    />
    <Poster media={image} />
    <span class="tick" aria-hidden="true">
      {number(position + 1)}
    </span>
  </label>
);

/** Those whose title has every word of the search somewhere in it; all where nothing is sought. */
export function matching(images: readonly Media[], sought: string): readonly Media[] {
  const finds = searchFor(sought);
  return images.filter(({ title }) => finds(plain(title)));
}
