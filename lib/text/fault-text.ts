import { i18n } from '#i18n';
import type { SaveFault } from '@/lib/jobs/save';

const KEYS = {
  refused: 'saveFault.refused',
  'not-a-clip': 'saveFault.notAClip',
  gone: 'saveFault.gone',
  'no-session': 'saveFault.noSession',
  network: 'saveFault.network',
  'no-space': 'saveFault.noSpace',
  disk: 'saveFault.disk',
  blocked: 'saveFault.blocked',
  cancelled: 'saveFault.cancelled',
  lost: 'saveFault.lost',
  browser: 'saveFault.browser',
} as const satisfies Record<SaveFault, string>;

/** Why files were not saved, in one sentence; several reasons are left to the list. */
export function faultText(faults: readonly SaveFault[]): string {
  const [first, ...others] = [...new Set(faults)];
  return first === undefined || others.length > 0
    ? i18n.t('saveFault.several')
    : i18n.t(KEYS[first]);
}
