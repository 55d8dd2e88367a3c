import { Bookmark } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Verdicts } from './verdict';

interface Props {
  readonly verdict: Verdicts;
  readonly isKept: boolean;
}

/** Keep or discard, what discarding means, and the way back from it. */
export function Verdict({ verdict, isKept }: Props) {
  const { keep, discard, undo, isDiscarded, discarded, problem } = verdict;
  const foot = useRef<HTMLDivElement>(null);
  const name = discarded.value?.name;
  // The button goes away with its press: the focus stays in the row.
  const takeBack = () =>
    void undo().then(() => foot.current?.querySelector<HTMLElement>('.btn-main')?.focus());
  return (
    <div class="foot verdict" ref={foot}>
      <div class="verdict-row">
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
        <p class="hint verdict-note">
          {name === undefined ? i18n.t('compare.hidden') : i18n.t('compare.discarded', [name])}{' '}
          <button type="button" class="link" onClick={takeBack}>
            {i18n.t('compare.undo')}
          </button>
        </p>
      ) : (
        <p class="hint verdict-note">{i18n.t('compare.discardNote')}</p>
      )}
    </div>
  );
}
