import { i18n } from '#i18n';
import type { Media } from '@/lib/flow/media';

/** What a clip or an image is called here; an uploaded image may have no title of its own. */
export const mediaTitle = ({ title }: Pick<Media, 'title'>): string =>
  title.trim() === '' ? i18n.t('ledger.untitled') : title;
