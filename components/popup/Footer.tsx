import { i18n } from '#i18n';
import type { Draft } from '@/lib/job/draft';
import { number } from '../format';
import { tab } from '../library';
import { FieldProblem } from '../parts/FieldProblem';
import { price } from '../place';
import { send, sending } from '../send';
import { buttonWords } from './button-words';

/** The balance after, and the one button that spends. */
export function Footer({ draft }: { draft: Draft }) {
  const state = sending.value;
  const isBusy = state.kind === 'sending' || state.kind === 'sent';
  return (
    <footer class="foot" data-field="session">
      <FieldProblem field="session" />
      {state.kind === 'refused' && (
        <p class="problem" role="alert">
          {state.sentence}
        </p>
      )}
      <div class="foot-row">
        <BalanceAfter />
        <button
          type="button"
          class="btn btn-main"
          disabled={isBusy}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onClick={() => void send()}
        >
          {buttonWords(draft, price.value, state)}
        </button>
      </div>
    </footer>
  );
}

function BalanceAfter() {
  const balance = tab.value?.balance;
  if (balance === undefined || price.value === undefined) return null;
  const after = balance - price.value;
  return (
    <p class={after < 0 ? 'after after-short' : 'after'}>
      {i18n.t(price.value === 0 ? 'balance.stays' : 'balance.after')} <b>{number(after)}</b>
    </p>
  );
}
