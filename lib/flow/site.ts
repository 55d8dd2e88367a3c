/**
 * Where Flow lives: labs.google, and flow.google.com, to where accounts are moved since 2026-09 (public
 * reports). Each is a wire of its own; what is above them knows only what can be done there.
 */
export const SITES = ['labs.google', 'flow.google.com'] as const;

export type Site = (typeof SITES)[number];
