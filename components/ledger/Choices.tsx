import { i18n } from '#i18n';
import { useOptionsStore } from '@/components/store/options-store';
import { PERIODS, VIEWS } from '@/components/store/spending';
import { periodText } from './ledger-text';

/** What the spending is divided by, and how far back it goes. */
export const Choices = () => {
  const { spending } = useOptionsStore();
  return (
    <div class="ledger-choices">
      <fieldset class="ledger-views">
        <legend class="vh">{i18n.t('ledger.by')}</legend>
        {VIEWS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="ledger-view"
              checked={spending.view.value === each}
              onChange={() => {
                spending.view.value = each;
              }}
            />
            {i18n.t(`ledger.view.${each}`)}
          </label>
        ))}
      </fieldset>
      <label class="ledger-period">
        <span>{i18n.t('ledger.period')}</span>
        <select
          class="field"
          value={spending.period.value}
          onChange={(event) => {
            spending.period.value =
              PERIODS[event.currentTarget.selectedIndex] ?? spending.period.value;
          }}
        >
          {PERIODS.map((each) => (
            <option key={each} value={each}>
              {periodText(each)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
};
