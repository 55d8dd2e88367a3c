import * as z from 'zod/mini';
import { MOVES } from '@/lib/flow/moves';
import type { Draft } from './draft';

const PROMPTS_KEPT = 12;

/** Moves and prompts that were sent before, newest first, each once. */
export const recentSchema = z.object({
  moves: z.array(z.enum(MOVES)),
  prompts: z.object({ extend: z.array(z.string()), references: z.array(z.string()) }),
});

export type Recent = z.infer<typeof recentSchema>;

export const NOTHING_RECENT: Recent = { moves: [], prompts: { extend: [], references: [] } };

/** What is recent once a draft has been sent. */
export function withDraft({ moves, prompts }: Recent, draft: Draft): Recent {
  switch (draft.action) {
    case 'reshoot':
      return { moves: inFront(draft.moves, moves), prompts };
    case 'extend':
      return { moves, prompts: { ...prompts, extend: sent(draft.extendPrompt, prompts.extend) } };
    case 'references':
      return {
        moves,
        prompts: { ...prompts, references: sent(draft.referencesPrompt, prompts.references) },
      };
    case 'upscale':
      return { moves, prompts };
  }
}

const inFront = <Value>(latest: readonly Value[], before: readonly Value[]): Value[] => [
  ...new Set([...latest, ...before]),
];

const sent = (prompt: string, before: readonly string[]): string[] =>
  inFront([prompt.trim()], before).slice(0, PROMPTS_KEPT);
