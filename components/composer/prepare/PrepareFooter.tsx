import './PrepareForm.css';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { priceText } from '@/lib/text/format';
import { FieldProblem } from '../fields/FieldProblem';

/** The one button that opens the clip in Flow, with the price that Flow's list names. It spends nothing. */
export function PrepareFooter() {
  const { focus, preparing, validation } = useViewStore();
  const state = preparing.state.value;
  return (
    <footer class="foot" data-field="session">
      <FieldProblem field="session" />
      {state.kind === 'refused' && (
        <p class="problem" role="alert">
          {state.sentence}
        </p>
      )}
      <div class="foot-row">
        <p class="after">{i18n.t('prepare.charged')}</p>
        <button
          ref={focus.ref('send')}
          type="button"
          class="btn btn-main prepare-open"
          disabled={state.kind === 'opening'}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onClick={() => void preparing.open()}
        >
          {i18n.t('prepare.open', [priceText(validation.price.value)])}
        </button>
      </div>
    </footer>
  );
}
