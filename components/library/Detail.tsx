import './Detail.css';
import { ChevronLeft, ChevronRight, X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useLibraryStore } from '@/components/store/library-store';
import type { Entry } from '@/lib/library/entry';
import type { Found } from '@/lib/library/filter';
import { mediaTitle } from '@/lib/text/title';
import { ClipPreview, Preview } from '../compare/Preview';
import { Poster } from '../pictures/Poster';
import { tellSizeOf } from '../store/measure';
import { DetailActions } from './DetailActions';
import { Facts } from './Facts';
import { Versions } from './Versions';

/** One clip or image: its picture, its versions, what it was made from, and what can be done with it. */
export function Detail({ shown }: { shown: Found }) {
  const { draft, opened } = useLibraryStore();
  const { group, entry } = shown;
  // What was put into the composer is said at the clip that it was.
  useEffect(draft.forget, [group.key]);
  const { media } = entry;
  const title = mediaTitle(entry);
  return (
    <section class="library-detail" aria-label={i18n.t('library.details')}>
      <div class="library-detail-head">
        <h2 class="cut" dir="auto" title={title}>
          {title}
        </h2>
        <Go to={opened.before.value} name={i18n.t('library.before')}>
          <ChevronLeft class="i i-turn" aria-hidden="true" />
        </Go>
        <Go to={opened.after.value} name={i18n.t('library.after')}>
          <ChevronRight class="i i-turn" aria-hidden="true" />
        </Go>
        <Close groupKey={group.key} />
      </div>
      <div class="library-detail-body" key={group.key}>
        <Picture key={media.id} entry={entry} name={title} />
        {group.versions.length > 1 && <Versions shown={shown} />}
        <DetailActions entry={entry} />
        <Facts entry={entry} />
      </div>
    </section>
  );
}

/** The way to the clip before or after this one; the focus stays on it while there is one. */
function Go({
  to,
  name,
  children,
}: {
  to: string | undefined;
  name: string;
  children: ComponentChildren;
}) {
  const { opened } = useLibraryStore();
  return (
    <button
      type="button"
      class="icon-btn icon-btn-s"
      aria-label={name}
      title={name}
      aria-disabled={to === undefined}
      onClick={() => to !== undefined && opened.open(to)}
    >
      {children}
    </button>
  );
}

/** Has the focus as the details open, and gives it back to the tile as they close. */
function Close({ groupKey }: { groupKey: string }) {
  const { opened } = useLibraryStore();
  const button = useRef<HTMLButtonElement>(null);
  const last = useRef(groupKey);
  last.current = groupKey;
  // At once: Esc right after it opened is meant for it.
  useLayoutEffect(() => {
    button.current?.focus();
    return () => {
      // The focus is lost only once the button is gone.
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        const tile = `[data-tile="${CSS.escape(last.current)}"]`;
        document.querySelector<HTMLElement>(tile)?.focus();
      });
    };
  }, []);
  return (
    <button
      ref={button}
      type="button"
      class="icon-btn icon-btn-s"
      aria-label={i18n.t('library.close')}
      title={i18n.t('library.close')}
      onClick={opened.close}
    >
      <X class="i" aria-hidden="true" />
    </button>
  );
}

function Picture({ entry: { media, maker }, name }: { entry: Entry; name: string }) {
  if (media.kind === 'image')
    return (
      <div class="preview">
        <Poster media={media} />
      </div>
    );
  const measured = media.frames === undefined ? tellSizeOf(media.id) : undefined;
  return maker && 'request' in maker && maker.state === 'done' ? (
    <Preview job={maker} name={name} measured={measured} />
  ) : (
    <ClipPreview mediaId={media.id} name={name} measured={measured} />
  );
}
