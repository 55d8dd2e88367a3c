import './ChoiceBar.css';
import { i18n } from '#i18n';
import { useLibraryStore } from '@/components/store/library-store';
import { WHICH } from '@/lib/library/choice';
import { number } from '@/lib/text/format';
import { lengthText } from '@/lib/text/library-text';
import { SaveNote } from './SaveNote';
import { Select } from './Select';

/** What is chosen, how long it is together, and what is done with all of it. */
export function ChoiceBar() {
  const { choice, compared, saves } = useLibraryStore();
  const count = choice.chosen.value.length;
  const entries = choice.entries.value;
  const hasVersions = choice.chosen.value.some(({ group }) => group.versions.length > 1);
  const together = compared.fitting(entries);
  if (count === 0 && !saves.outcome.value) return null;
  return (
    <section class="library-bar" aria-label={i18n.t('library.chosen', count, [number(count)])}>
      {count > 0 && (
        <div class="library-bar-row">
          <p>
            <b>{i18n.t('library.chosen', count, [number(count)])}</b>{' '}
            <span class="hint">{lengthText(choice.length.value)}</span>
          </p>
          <button type="button" class="link" onClick={choice.all}>
            {i18n.t('library.chooseAll')}
          </button>
          <button type="button" class="link" onClick={choice.none}>
            {i18n.t('library.chooseNone')}
          </button>
          <span class="push" />
          {hasVersions && (
            <Select
              label={i18n.t('library.which')}
              value={choice.which.value}
              options={WHICH.map((each) => [each, i18n.t(`which.${each}`)] as const)}
              choose={(which) => {
                choice.which.value = which;
              }}
            />
          )}
          <label class="library-recipes">
            <input
              type="checkbox"
              checked={saves.hasRecipes.value}
              onChange={({ currentTarget }) => saves.wantRecipes(currentTarget.checked)}
            />
            {i18n.t('library.recipes')}
          </label>
          {together.length > 0 && (
            <button type="button" class="btn btn-tall" onClick={() => compared.open(together)}>
              {i18n.t('library.compare', [number(together.length)])}
            </button>
          )}
          <button type="button" class="btn btn-main" onClick={() => void saves.saveNew(entries)}>
            {i18n.t('library.save', entries.length, [number(entries.length)])}
          </button>
        </div>
      )}
      <SaveNote />
    </section>
  );
}
