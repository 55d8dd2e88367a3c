import { useViewStore } from '@/components/store/view-store';

/** The one polite live region of a page. */
export const Announcer = () => {
  const { announcer } = useViewStore();
  return (
    <div class="vh" aria-live="polite">
      {announcer.sentence.value}
    </div>
  );
};
