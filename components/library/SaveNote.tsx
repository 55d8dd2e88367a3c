import { X } from 'lucide-preact';
import { i18n } from '#i18n';
import type { SaveOutcome } from '@/components/store/library-saves';
import { type LibraryStore, useLibraryStore } from '@/components/store/library-store';
import { number } from '@/lib/text/format';
import { refusalText } from '@/lib/text/refusal-text';
import { joinSentences } from '@/lib/text/sentences';

/** What came of saving: how many are there, what was left out, what was not saved, and the ways on. */
export function SaveNote() {
  const store = useLibraryStore();
  const { saves } = store;
  const outcome = saves.outcome.value;
  return (
    <div class="library-saved" role="status">
      {outcome && (
        <>
          <p>{joinSentences(sentencesOf(store, outcome))}</p>
          {outcome.kind === 'asked' && <Ways outcome={outcome} />}
          <button
            type="button"
            class="icon-btn icon-btn-s push"
            aria-label={i18n.t('library.dismiss')}
            title={i18n.t('library.dismiss')}
            onClick={saves.forget}
          >
            <X class="i" aria-hidden="true" />
          </button>
        </>
      )}
    </div>
  );
}

type Asked = Extract<SaveOutcome, { kind: 'asked' }>;

function Ways({ outcome: { entries, skipped } }: { outcome: Asked }) {
  const { saves } = useLibraryStore();
  const { broken, open } = saves.progress.value;
  return (
    <>
      {broken > 0 && open === 0 && (
        <button type="button" class="link" onClick={() => void saves.saveNew(entries)}>
          {i18n.t('library.saveBroken')}
        </button>
      )}
      {skipped.length > 0 && (
        <button type="button" class="link" onClick={() => void saves.saveAll(skipped)}>
          {i18n.t('library.saveSkipped')}
        </button>
      )}
    </>
  );
}

function sentencesOf({ saves }: LibraryStore, outcome: SaveOutcome): string[] {
  if (outcome.kind === 'refused')
    return [
      outcome.refusal === 'unanswered'
        ? i18n.t('refusal.unanswered')
        : refusalText(outcome.refusal),
    ];
  const { all, saved, open, broken } = saves.progress.value;
  const skipped = outcome.skipped.length;
  const said: string[] = [];
  if (open > 0) said.push(i18n.t('library.saving', [number(saved), number(all)]));
  else if (saved > 0) said.push(i18n.t('library.savedAll', saved, [number(saved)]));
  if (broken > 0) said.push(i18n.t('library.broken', broken, [number(broken)]));
  if (skipped > 0) said.push(i18n.t('library.skipped', skipped, [number(skipped)]));
  return said;
}
