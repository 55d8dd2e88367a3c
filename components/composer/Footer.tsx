import './Footer.css';
import { i18n } from '#i18n';
import type { SendingState } from '@/components/store/sending';
import { useViewStore } from '@/components/store/view-store';
import type { Draft } from '@/lib/drafts/draft';
import { jobCount } from '@/lib/drafts/price';
import { buttonText } from '@/lib/text/button-text';
import { number } from '@/lib/text/format';
import { askedSum, questionText } from '@/lib/text/question-text';
import { Question } from '../ui/Question';
import { FieldProblem } from './fields/FieldProblem';

/** The balance after, and the one button that spends; above a limit the question in its place. */
export function Footer({ draft }: { draft: Draft }) {
  const { sending } = useViewStore();
  const state = sending.state.value;
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
          sentence={questionText(state.question, jobCount(draft))}
          yes={buttonText(draft, askedSum(state.question), state)}
          onYes={() => void sending.confirm()}
          onBack={sending.goBack}
        />
      ) : (
        <SendRow draft={draft} state={state} />
      )}
    </footer>
  );
}

function SendRow({ draft, state }: { draft: Draft; state: SendingState }) {
  const { focus, creditCheck, validation } = useViewStore();
  return (
    <div class="foot-row">
      <BalanceAfter />
      <button
        ref={focus.ref('send')}
        type="button"
        class="btn btn-main"
        disabled={state.kind === 'sending' || state.kind === 'sent'}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onClick={creditCheck.press}
      >
        {buttonText(draft, validation.price.value, state)}
      </button>
    </div>
  );
}

function BalanceAfter() {
  const { library, validation } = useViewStore();
  const balance = library.tab.value?.balance;
  if (balance === undefined || validation.price.value === undefined) return null;
  const after = balance - validation.price.value;
  return (
    <p class={after < 0 ? 'after after-short' : 'after'}>
      {i18n.t(validation.price.value === 0 ? 'balance.stays' : 'balance.after')}{' '}
      <b>{number(after)}</b>
    </p>
  );
}
