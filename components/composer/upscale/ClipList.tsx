import { X } from 'lucide-preact';
import { i18n } from '#i18n';
import { Poster } from '@/components/pictures/Poster';
import { useViewStore, type ViewStore } from '@/components/store/view-store';
import type { Media } from '@/lib/flow/media';
import { copyText } from '@/lib/text/copy-text';
import { clipLength } from '@/lib/text/format';
import { titleInSentence } from '@/lib/text/title';
import { sizeAfter, sizeNow } from './sizes';

/** Several chosen clips, one line each: what goes in, what comes out, and the way to leave it out. */
export const ClipList = ({ ids }: { ids: readonly string[] }) => {
  const store = useViewStore();
  return (
    <ul class="clip-list" aria-label={i18n.t('upscale.list')}>
      {ids.map((id, index) => (
        <Line key={id} id={id} line={index + 1} onRemove={() => remove(store, ids, index)} />
      ))}
    </ul>
  );
};

interface LineProps {
  readonly id: string;
  /** Counted from 1. */
  readonly line: number;
  readonly onRemove: () => void;
}

function Line({ id, line, onRemove }: LineProps) {
  const store = useViewStore();
  const { focus, library } = store;
  const media = library.known.value.get(id);
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
        {media && <span class="hint">{details(store, media)}</span>}
      </span>
      <button
        ref={focus.ref(`upscale ${line}`)}
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

function details({ upscaleChoice }: ViewStore, media: Media): string {
  const copy = upscaleChoice.copies.value.get(media.id);
  const size = copy === 'is' ? sizeNow(media) : i18n.t('upscale.becomes', [sizeAfter(media)]);
  return [
    ...(media.frames === undefined ? [] : [clipLength(media.frames)]),
    copy === 'is' ? size : [sizeNow(media), size].filter((part) => part).join(' '),
    ...(copy ? [copyText(copy)] : []),
  ].join(' · ');
}

/** Takes a clip out; the focus goes to the line that stands there now, else to what is left. */
function remove({ focus, upscaleChoice }: ViewStore, ids: readonly string[], index: number): void {
  upscaleChoice.toggle(ids[index] ?? '', false);
  const line = Math.min(index + 1, ids.length - 1);
  focus.on(ids.length > 2 ? `upscale ${line}` : 'clip');
}
