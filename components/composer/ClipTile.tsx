import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import type { Copy } from '@/lib/drafts/copies';
import { type Media, shapeOf } from '@/lib/flow/media';
import { copyText } from '@/lib/text/copy-text';
import { clipLength } from '@/lib/text/format';
import { mediaTitle } from '@/lib/text/title';
import { Poster } from '../pictures/Poster';
import { Icon } from '../ui/Icon';

interface Props {
  readonly clip: Media;
  readonly checked: boolean;
  /** Whether the focus comes here when it is sent to the clips. */
  readonly isFirst: boolean;
  /** Given where several may be chosen: what makes the checkbox part of its row. */
  readonly tile: { readonly tabIndex: number; readonly onFocus: () => void } | undefined;
}

/** One clip of the project, to choose: alone, or among several to upscale. */
export function ClipTile({ clip, checked, isFirst, tile }: Props) {
  const { focus, upscaleChoice, validation } = useViewStore();
  const known = upscaleChoice.copies.value.get(clip.id);
  const copy = tile || known === 'is' ? known : undefined;
  const name = nameOf(clip, copy);
  const shape = shapeOf(clip);
  const choose = (isOn: boolean) =>
    tile ? upscaleChoice.toggle(clip.id, isOn) : upscaleChoice.choose([clip.id]);
  return (
    <label class={`clip clip-${shape ?? 'landscape'}`} title={tile ? name : mediaTitle(clip)}>
      <input
        key={tile ? 'some' : 'one'}
        ref={isFirst ? focus.ref('clip') : null}
        type={tile ? 'checkbox' : 'radio'}
        name={tile ? undefined : 'clip'}
        aria-label={name}
        checked={checked}
        disabled={tile && copy === 'is' && !checked}
        onChange={(event) => choose(event.currentTarget.checked)}
        {...tile}
        {...validation.explainedBy('clip')}
      />
      <Poster media={clip} />
      {copy && <CopyTag copy={copy} />}
      {shape && (
        <span class="tag tag-shape" aria-hidden="true">
          <Icon name={shape} />
        </span>
      )}
      {clip.frames !== undefined && (
        <span class="tag" aria-hidden="true">
          {clipLength(clip.frames)}
        </span>
      )}
    </label>
  );
}

const CopyTag = ({ copy }: { copy: Copy }) => (
  <span class={`tag tag-copy tag-${copy}`} aria-hidden="true">
    {copy === 'is' ? copyText(copy) : <Icon name={copy === 'has' ? 'tick' : 'running'} />}
    {copy !== 'is' && i18n.t('clip.upscaled')}
  </span>
);

/** Witch lands, landscape, 0:08. What is not known is left out. */
function nameOf(clip: Media, copy: Copy | undefined): string {
  const [shape, { frames }] = [shapeOf(clip), clip];
  return [
    mediaTitle(clip),
    ...(copy ? [copyText(copy)] : []),
    ...(shape ? [i18n.t(`shape.${shape}`)] : []),
    ...(frames === undefined ? [] : [clipLength(frames)]),
  ].join(i18n.t('list.comma'));
}
