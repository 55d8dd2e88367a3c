import { createI18n } from '@wxt-dev/i18n';

/**
 * What `#i18n` leads to where WXT has generated nothing yet, as in a fresh clone: any key, unchecked.
 * Afterwards tsconfig.json leads to the generated one, which knows the keys of en.yml.
 */
export const i18n = createI18n();
