import { announcement } from '../store/announce';

/** The one polite live region of a page. */
export const Announcer = () => (
  <div class="vh" aria-live="polite">
    {announcement.value}
  </div>
);
