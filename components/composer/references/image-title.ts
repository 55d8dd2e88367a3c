import { i18n } from '#i18n';
import type { ViewStore } from '@/components/store/view-store';
import type { Media } from '@/lib/flow/media';
import { mediaTitle } from '@/lib/text/title';

/** The name of an image of the draft, or that the project has none such. */
export const imageTitle = ({ library }: ViewStore, id: string): string =>
  titleOf(library.known.value.get(id));

const titleOf = (image: Media | undefined): string =>
  image ? mediaTitle(image) : i18n.t('images.unknown');
