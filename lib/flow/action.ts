/** The four things that can be asked of Flow, as Second Take names them. */
export const ACTIONS = ['extend', 'reshoot', 'upscale', 'references'] as const;

export type Action = (typeof ACTIONS)[number];
