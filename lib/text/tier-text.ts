import { i18n } from '#i18n';
import { isKnownTier, type Tier } from '@/lib/flow/tier';

/** The name of a plan; one that is not known here has none. */
export const tierText = (tier: Tier): string =>
  isKnownTier(tier) ? i18n.t(`tier.${tier}`) : i18n.t('tier.other');
