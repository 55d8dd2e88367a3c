import { i18n } from '#i18n';
import { language } from '../words/format';

/** Gives the page its language, direction and title. */
export function dressPage(): void {
  document.documentElement.lang = language;
  document.documentElement.dir = i18n.t('@@bidi_dir');
  document.title = i18n.t('name');
}
