import { i18n } from '#i18n';
import type { Draft } from '@/lib/job/draft';
import { jobCount } from '@/lib/job/price';
import { buttonWords } from '@/lib/text/button-words';
import { number } from '@/lib/text/format';
import { askedSum, questionWords } from '@/lib/text/question-words';
import { price } from '../store/draft-context';
import { tab } from '../store/library';
import { confirm, dropQuestion, type Sending, sending } from '../store/send';
import { press } from '../store/short';
import { focusSoon } from '../store/view';
import { Question } from '../ui/Question';
import { FieldProblem } from './fields/FieldProblem';

/** The balance after, and the one button that spends; above a limit the question in its place. */
export function Footer({ draft }: { draft: Draft }) {
  const state = sending.value;
  return (
    <footer class="foot" data-field="session">
      <FieldProblem field="session" />
      {state.kind === 'refused' && (
        <p class="problem" role="alert">
          {state.sentence}
        </p>
      )}
      {state.kind === 'asking' ? (
        <Question
          sentence={questionWords(state.question, jobCount(draft))}
          yes={buttonWords(draft, askedSum(state.question), state)}
          onYes={() => void confirm()}
          onBack={goBack}
        />
      ) : (
        <SendRow draft={draft} state={state} />
      )}
    </footer>
  );
}

/** Esc does the same, from anywhere in the form. */
export function goBack(): void {
  dropQuestion();
  focusSoon('.foot .btn-main');
}

function SendRow({ draft, state }: { draft: Draft; state: Sending }) {
  return (
    <div class="foot-row">
      <BalanceAfter />
      <button
        type="button"
        class="btn btn-main"
        disabled={state.kind === 'sending' || state.kind === 'sent'}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onClick={press}
      >
        {buttonWords(draft, price.value, state)}
      </button>
    </div>
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
