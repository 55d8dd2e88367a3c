import { i18n } from '#i18n';
import type { Refusal } from '@/lib/messaging/protocol';

const KEYS = {
  'store-refused': 'refusal.store',
  'not-found': 'refusal.notFound',
  'gone-on': 'refusal.goneOn',
  'no-session': 'refusal.noSession',
  gone: 'refusal.gone',
  unreachable: 'refusal.unreachable',
} as const satisfies Record<Refusal, string>;

/** Why a command did nothing, in words. */
export const refusalText = (refusal: Refusal): string => i18n.t(KEYS[refusal]);
