import './Skeleton.css';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';

/** What comes sooner does not flicker. */
const SHOW_AFTER_MS = 300;
const GIVE_UP_AFTER_MS = 8000;

/**
 * In place of a composer whose clips are still being read: at first nothing, then its outlines.
 *
 * @param otherwise what to show once that has lasted too long
 */
export function Skeleton({ otherwise }: { otherwise?: ComponentChildren }) {
  const stage = useSignal<'early' | 'reading' | 'late'>('early');
  useEffect(() => {
    const show = setTimeout(() => {
      stage.value = 'reading';
    }, SHOW_AFTER_MS);
    const end = setTimeout(() => {
      stage.value = 'late';
    }, GIVE_UP_AFTER_MS);
    return () => {
      clearTimeout(show);
      clearTimeout(end);
    };
  }, []);
  if (stage.value === 'late' && otherwise !== undefined) return otherwise;
  return (
    <main class="body reading" aria-busy="true">
      {stage.value !== 'early' && (
        <>
          <p class="hint" role="status">
            {i18n.t('panel.reading')}
          </p>
          <i class="bones-clips" />
          <i class="bones-bar" />
          <i class="bones-form" />
        </>
      )}
    </main>
  );
}
