import { i18n } from '#i18n';
import { known } from '@/components/store/library';
import type { Media } from '@/lib/flow/media';
import { mediaTitle } from '@/lib/text/media-title';

/** The name of an image of the draft, or that the project has none such. */
export const imageTitle = (id: string): string => titleOf(known.value.get(id));

const titleOf = (image: Media | undefined): string =>
  image ? mediaTitle(image) : i18n.t('images.unknown');
