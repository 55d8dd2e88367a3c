import { signal } from '@preact/signals';
import type { Draft } from '@/lib/drafts/draft';
import type { Action } from '@/lib/flow/action';
import type { Media } from '@/lib/flow/media';
import { IMAGES_MAX } from '@/lib/flow/request';
import type { Again } from '@/lib/library/use-again';
import type { Composer } from './composer';

/** What was put into the composer: all of it, of a clip made in a way that is not offered here, or nothing. */
export type Placed = 'whole' | 'other-way' | 'image' | 'full';

export type LibraryDraft = ReturnType<typeof createLibraryDraft>;

/** Puts clips and recipes into the composer's draft, which popup and side panel show. */
export function createLibraryDraft({ draft, change }: Composer) {
  const placed = signal<Placed | undefined>(undefined);

  function place(parts: Partial<Draft>, as: Placed): void {
    change(parts);
    placed.value = as;
  }

  return {
    /** What was put there last, while that is said. */
    placed,
    forget(): void {
      placed.value = undefined;
    },
    /** Puts a recipe there. */
    useAgain: ({ draft: parts, isOtherWay }: Again): void =>
      place(parts, isOtherWay ? 'other-way' : 'whole'),
    /** Has something made of a clip. */
    useClip: ({ id }: Media, action: Exclude<Action, 'references'>): void =>
      place({ action, clipId: id, moreClipIds: [], range: undefined }, 'whole'),
    /** Adds an image to those of the draft, of which there is no more than Flow takes. */
    useImage({ id }: Media): void {
      const { imageIds = [] } = draft.value ?? {};
      const next = imageIds.includes(id) ? imageIds : [...imageIds, id];
      if (next.length > IMAGES_MAX) placed.value = 'full';
      else place({ action: 'references', imageIds: next }, 'image');
    },
  };
}
