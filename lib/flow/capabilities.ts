import type { Action } from './action';
import type { Site } from './site';

/** What can be done about an action where the user is. */
export type Capability =
  /** It is sent from here. */
  | { readonly kind: 'send' }
  /** It is written here, and started by the user's own press in Flow. */
  | { readonly kind: 'prepare' }
  /** It is not offered there, and why. */
  | { readonly kind: 'none'; readonly reason: 'verification' | 'no-such-action' };

/**
 * On flow.google.com each generation carries a verification of the page's own, which is neither made nor
 * passed on here; no page there was seen to reshoot (public reports of 2026). On labs.google all is sent
 * from here, except for accounts whose pages attach such a verification as well.
 *
 * @param isFlowOnly whether the account's own submits were seen to carry a verification
 */
export function capabilityOf(action: Action, site: Site, isFlowOnly: boolean): Capability {
  if (site === 'labs.google')
    return isFlowOnly ? { kind: 'none', reason: 'verification' } : { kind: 'send' };
  return action === 'reshoot' ? { kind: 'none', reason: 'no-such-action' } : { kind: 'prepare' };
}

/** The model that Flow's page takes for an action by itself (public reports of 2026). */
export const PREPARED_MODELS = {
  extend: 'veo_3_1_extension_lite',
  upscale: 'veo_3_1_upsampler_1080p',
  references: 'veo_3_1_r2v_lite',
} as const;

export type PreparedAction = keyof typeof PREPARED_MODELS;

/** Flow extends clips of Veo only (public reports of 2026). A model that is not known may be one. */
export const isExtensible = (model: string | undefined): boolean =>
  model === undefined || model.startsWith('veo');

/**
 * Whether the calls of a site go through its pages alone: they carry the page's cookies and a secret that
 * stays there, where on labs.google the background calls the API with a token.
 */
export const isAskedByPage = (site: Site): boolean => site === 'flow.google.com';
