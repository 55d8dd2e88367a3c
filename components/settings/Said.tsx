import { useEffect } from 'preact/hooks';
import { SECOND_MS } from '@/lib/base/time';
import { announcement } from '../store/announce';

const SHOWN_MS = 4 * SECOND_MS;

/** The live region of the page, shown for a moment as well. */
export function Said() {
  const words = announcement.value;
  useEffect(() => {
    const timer = setTimeout(() => {
      announcement.value = '';
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p class="said" role="status">
      {words}
    </p>
  );
}
