import { Bookmark } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { sentenceGap } from '@/lib/text/sentences';
import type { TakeReview } from './take-review';

interface Props {
  readonly review: TakeReview;
  readonly isKept: boolean;
}

/** Keep or discard, what discarding means, and the way back from it. */
export function KeepOrDiscard({ review, isKept }: Props) {
  const { keep, discard, undo, isDiscarded, discarded, problem } = review;
  const foot = useRef<HTMLDivElement>(null);
  const name = discarded.value?.name;
  // The button goes away with its press: the focus stays in the row.
  const takeBack = () =>
    void undo().then(() => foot.current?.querySelector<HTMLElement>('.btn-main')?.focus());
  return (
    <div class="foot take-review" ref={foot}>
      <div class="take-review-row">
        <button
          type="button"
          class="btn btn-tall"
          aria-disabled={isDiscarded}
          aria-keyshortcuts="X"
          onClick={() => void discard()}
        >
          {i18n.t('compare.discard')} <kbd>X</kbd>
        </button>
        <button
          type="button"
          class="btn btn-main"
          aria-pressed={isKept}
          aria-disabled={isDiscarded}
          aria-keyshortcuts="K"
          onClick={() => void keep()}
        >
          {isKept && <Bookmark class="i is-kept" aria-hidden="true" />}
          {i18n.t('compare.keep')} <kbd>K</kbd>
        </button>
      </div>
      {problem.value !== undefined && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      {name !== undefined || isDiscarded ? (
        <p class="hint take-review-note">
          {name === undefined ? i18n.t('compare.hidden') : i18n.t('compare.discarded', [name])}
          {sentenceGap()}
          <button type="button" class="link" onClick={takeBack}>
            {i18n.t('compare.undo')}
          </button>
        </p>
      ) : (
        <p class="hint take-review-note">{i18n.t('compare.discardNote')}</p>
      )}
    </div>
  );
}
