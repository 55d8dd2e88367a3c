import { i18n } from '#i18n';
import { known } from '../state/library';

/** The name of an image of the draft, or that the project has none such. */
export const imageTitle = (id: string): string =>
  known.value.get(id)?.title ?? i18n.t('images.unknown');
