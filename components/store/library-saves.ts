import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { warn } from '@/lib/base/log';

import { OPEN_SAVES, type SaveState } from '@/lib/jobs/save';
import { type Entry, saveIdOf } from '@/lib/library/entry';
import { sendCommand } from '@/lib/messaging/client';
import type { Refusal } from '@/lib/messaging/protocol';
import * as items from '@/lib/storage/items';
import { saveStates } from '@/lib/storage/save-store';
import { liveRows } from './live';

/** What came of a press: how many are on their way, and what was left out as saved before. */
export type SaveOutcome =
  | {
      readonly kind: 'asked';
      readonly entries: readonly Entry[];
      readonly skipped: readonly Entry[];
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal | 'unanswered' };

export type LibrarySaves = ReturnType<typeof createLibrarySaves>;

const OPEN: ReadonlySet<SaveState | undefined> = new Set(OPEN_SAVES);

/** Saves a choice of clips, and follows how that goes. */
export function createLibrarySaves(settings: ReadonlySignal<items.Settings | undefined>) {
  const states = liveRows(
    () => '',
    (_, from) => saveStates(from),
  );
  const outcome = signal<SaveOutcome | undefined>(undefined);
  const stateOf = (entry: Entry) => states.value?.get(saveIdOf(entry));

  async function save(entries: readonly Entry[], skipsSaved: boolean): Promise<void> {
    const hasRecipe = settings.value?.savesRecipes ?? false;
    try {
      const mediaIds = entries.map(({ media }) => media.id);
      const answer = await sendCommand('saveClips', { mediaIds, skipsSaved, hasRecipe });
      if (!answer.ok) {
        outcome.value = { kind: 'refused', refusal: answer.refusal };
        return;
      }
      const isSkipped = ({ media }: Entry) => answer.skipped.includes(media.id);
      outcome.value = {
        kind: 'asked',
        entries: entries.filter((entry) => !isSkipped(entry)),
        skipped: entries.filter(isSkipped),
      };
    } catch (error) {
      warn('save clips', error);
      outcome.value = { kind: 'refused', refusal: 'unanswered' };
    }
  }

  return {
    /** What came of the last press, until it is read. */
    outcome,
    /** How many of it are saved, on their way and broken. */
    progress: computed(() => {
      const came = outcome.value?.kind === 'asked' ? outcome.value.entries : [];
      const found = came.map(stateOf);
      return {
        all: came.length,
        saved: found.filter((state) => state === 'saved').length,
        open: found.filter((state) => OPEN.has(state)).length,
        broken: found.filter((state) => state === 'broken').length,
      };
    }),
    isSaved: (entry: Entry): boolean => stateOf(entry) === 'saved',
    /** Whether a recipe is to lie beside each file. */
    hasRecipes: computed(() => settings.value?.savesRecipes ?? false),
    wantRecipes(savesRecipes: boolean): void {
      items.settings
        .change((before) => ({ ...before, savesRecipes: savesRecipes || undefined }))
        .catch((error: unknown) => warn('settings', error));
    },
    /** Saves what was not saved before. */
    saveNew: (entries: readonly Entry[]) => save(entries, true),
    /** Saves all of them, once more where they were saved before. */
    saveAll: (entries: readonly Entry[]) => save(entries, false),
    forget(): void {
      outcome.value = undefined;
    },
  };
}
