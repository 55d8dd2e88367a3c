import { i18n } from '#i18n';
import { type Media, UPSCALED } from '@/lib/flow/media';
import { Drawn } from '../parts/Drawn';
import { Poster } from '../parts/Poster';
import { change } from '../state/composer';
import { explainedBy } from '../state/problems';
import { dropTyped } from '../state/typed';
import { clipLength } from '../words/format';

/** One clip of the project, to choose. Another clip starts with its own last frames. */
export function ClipTile({ clip, checked }: { clip: Media; checked: boolean }) {
  const choose = () => {
    dropTyped('start', 'startTimecode', 'end', 'endTimecode');
    change({ clipId: clip.id, range: undefined });
  };
  return (
    <label class={`clip clip-${clip.aspect ?? 'landscape'}`} title={clip.title}>
      <input
        type="radio"
        name="clip"
        aria-label={nameOf(clip)}
        checked={checked}
        onChange={choose}
        {...explainedBy('clip')}
      />
      <Poster media={clip} />
      {clip.key.endsWith(UPSCALED) && (
        <span class="tag tag-copy" aria-hidden="true">
          {i18n.t('clip.upscaled')}
        </span>
      )}
      {clip.aspect && (
        <span class="tag tag-shape" aria-hidden="true">
          <Drawn name={clip.aspect} />
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

/** Witch lands, landscape, 0:08. What is not known is left out. */
const nameOf = ({ title, key, aspect, frames }: Media): string =>
  [
    title,
    ...(key.endsWith(UPSCALED) ? [i18n.t('clip.upscaled')] : []),
    ...(aspect ? [i18n.t(`shape.${aspect}`)] : []),
    ...(frames === undefined ? [] : [clipLength(frames)]),
  ].join(i18n.t('list.comma'));
