import { X } from 'lucide-preact';
import { i18n } from '#i18n';
import { Poster } from '@/components/pictures/Poster';
import { known } from '@/components/store/library';
import { focusSoon } from '@/components/store/view';
import type { Media } from '@/lib/flow/media';
import { copyWords } from '@/lib/text/copy-words';
import { clipLength } from '@/lib/text/format';
import { titleInSentence } from '@/lib/text/title';
import { copies, toggleClip } from './choice';
import { sizeAfter, sizeNow } from './sizes';

/** Several chosen clips, one line each: what goes in, what comes out, and the way to leave it out. */
export const ClipList = ({ ids }: { ids: readonly string[] }) => (
  <ul class="clip-list" aria-label={i18n.t('upscale.list')}>
    {ids.map((id, index) => (
      <Line key={id} id={id} onRemove={() => remove(ids, index)} />
    ))}
  </ul>
);

function Line({ id, onRemove }: { id: string; onRemove: () => void }) {
  const media = known.value.get(id);
  const title = media?.title ?? i18n.t('upscale.unknown');
  const name = i18n.t('upscale.remove', [titleInSentence(title)]);
  return (
    <li>
      <span class="clip-list-picture">
        <Poster media={media} />
      </span>
      <span class="clip-list-words">
        <strong class="cut" dir="auto">
          {title}
        </strong>
        {media && <span class="hint">{facts(media)}</span>}
      </span>
      <button
        type="button"
        class="icon-btn icon-btn-s"
        aria-label={name}
        title={name}
        onClick={onRemove}
      >
        <X class="i" aria-hidden="true" />
      </button>
    </li>
  );
}

function facts(media: Media): string {
  const copy = copies.value.get(media.id);
  const size = copy === 'is' ? sizeNow(media) : i18n.t('upscale.becomes', [sizeAfter(media)]);
  return [
    ...(media.frames === undefined ? [] : [clipLength(media.frames)]),
    copy === 'is' ? size : [sizeNow(media), size].filter((part) => part).join(' '),
    ...(copy ? [copyWords(copy)] : []),
  ].join(' · ');
}

/** Takes a clip out; the focus goes to the line that stands there now, else to what is left. */
function remove(ids: readonly string[], index: number): void {
  toggleClip(ids[index] ?? '', false);
  const line = Math.min(index + 1, ids.length - 1);
  focusSoon(ids.length > 2 ? `.clip-list li:nth-child(${line}) button` : '.clip input:checked');
}
