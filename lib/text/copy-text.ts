import { i18n } from '#i18n';
import type { Copy } from '@/lib/drafts/copies';

/** What is known of a 1080p copy of a clip, in a word or two for its name. */
export const copyText = (copy: Copy): string =>
  copy === 'is' ? i18n.t('clip.upscaled') : i18n.t(`clip.${copy}`);
