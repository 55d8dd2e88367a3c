import { i18n } from '#i18n';
import { warn } from '@/lib/base/log';
import { type Settings, settings } from '@/lib/storage/items';
import { language } from '@/lib/text/format';

/** Read at once, while the settings themselves arrive a moment after the first paint. */
const THEME = 'theme';

/** Gives the page its language, direction and title, and the look that the user has chosen. */
export function dressPage(): void {
  const { documentElement: page } = document;
  page.lang = language();
  page.dir = i18n.t('@@bidi_dir');
  document.title = i18n.t('name');
  const known = localStorage.getItem(THEME);
  if (known) page.dataset.theme = known;
  settings.watch(wear);
  settings
    .get()
    .then(wear)
    .catch((error: unknown) => warn('look', error));
}

function wear({ theme, playsTiles = true }: Settings): void {
  const { dataset } = document.documentElement;
  if (theme) {
    dataset.theme = theme;
    localStorage.setItem(THEME, theme);
  } else {
    delete dataset.theme;
    localStorage.removeItem(THEME);
  }
  if (playsTiles) delete dataset.tiles;
  else dataset.tiles = 'still';
}
