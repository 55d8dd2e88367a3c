import './Takes.css';
import { Minus, Plus } from 'lucide-preact';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { TAKES_MAX } from '@/lib/drafts/draft';
import { number } from '@/lib/text/format';

/** How many takes to make: a stepper from 1 to 4. */
export function Takes() {
  const { composer } = useViewStore();
  const takes = composer.draft.value?.takes ?? 1;
  const step = (by: number) => {
    const next = takes + by;
    if (next >= 1 && next <= TAKES_MAX) composer.change({ takes: next });
  };
  return (
    <span class="takes-field push">
      <span class="hint" id="takes">
        {i18n.t('takes.label')}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot sit inside a line of text */}
      <span class="stepper" role="group" aria-labelledby="takes">
        <button
          type="button"
          aria-label={i18n.t('takes.fewer')}
          aria-disabled={takes === 1}
          onClick={() => step(-1)}
        >
          <Minus class="i" aria-hidden="true" />
        </button>
        <output>{number(takes)}</output>
        <button
          type="button"
          aria-label={i18n.t('takes.more')}
          aria-disabled={takes === TAKES_MAX}
          onClick={() => step(1)}
        >
          <Plus class="i" aria-hidden="true" />
        </button>
      </span>
    </span>
  );
}
