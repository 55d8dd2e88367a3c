import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SectionId } from './section-ids';

/** The sections beside the page, with the one that is read marked; not on narrow windows. */
export function Navigation({ ids }: { ids: readonly SectionId[] }) {
  const read = useSignal<string | undefined>(undefined);
  useEffect(() => {
    const look = () => {
      const shown = ids.filter((id) => {
        const { top = 0 } = document.getElementById(`section-${id}`)?.getBoundingClientRect() ?? {};
        return top < innerHeight / 3;
      });
      const isEnd = scrollY > 0 && innerHeight + scrollY >= document.body.scrollHeight - 2;
      read.value = (isEnd ? ids.at(-1) : shown.at(-1)) ?? ids[0];
    };
    look();
    addEventListener('scroll', look, { passive: true });
    // Sections grow once what they show has been read.
    const grown = new ResizeObserver(look);
    grown.observe(document.body);
    return () => {
      removeEventListener('scroll', look);
      grown.disconnect();
    };
  }, [ids]);
  return (
    <nav class="nav" aria-label={i18n.t('settings.sections')}>
      {ids.map((id) => (
        <a key={id} href={`#${id}`} aria-current={read.value === id ? 'true' : undefined}>
          {i18n.t(`${id}.title`)}
        </a>
      ))}
    </nav>
  );
}
