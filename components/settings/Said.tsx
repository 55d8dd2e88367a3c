import { useEffect } from 'preact/hooks';
import { useOptionsStore } from '@/components/store/options-store';
import { SECOND_MS } from '@/lib/base/time';

const SHOWN_MS = 4 * SECOND_MS;

/** The live region of the page, shown for a moment as well. */
export function Said() {
  const { announcer } = useOptionsStore();
  const words = announcer.sentence.value;
  useEffect(() => {
    const timer = setTimeout(() => {
      announcer.sentence.value = '';
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p class="said" role="status">
      {words}
    </p>
  );
}
