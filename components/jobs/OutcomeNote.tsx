import type { Outcome } from './run-action';

/** What came of an action, in a sentence. */
export const OutcomeNote = ({ outcome }: { outcome: Outcome | undefined }) =>
  outcome === undefined || outcome.kind === 'question' ? null : (
    <p
      class={outcome.kind === 'problem' ? 'problem job-problem' : 'hint job-problem'}
      role={outcome.kind === 'problem' ? 'alert' : 'status'}
    >
      {outcome.sentence}
    </p>
  );
