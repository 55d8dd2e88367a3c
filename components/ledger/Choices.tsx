import { i18n } from '#i18n';
import { periodWords } from './ledger-words';
import { PERIODS, period, VIEWS, view } from './rows';

/** What the spending is divided by, and how far back it goes. */
export const Choices = () => (
  <div class="ledger-choices">
    <fieldset class="ledger-views">
      <legend class="vh">{i18n.t('ledger.by')}</legend>
      {VIEWS.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name="ledger-view"
            checked={view.value === each}
            onChange={() => {
              view.value = each;
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
        value={period.value}
        onChange={(event) => {
          period.value = PERIODS[event.currentTarget.selectedIndex] ?? period.value;
        }}
      >
        {PERIODS.map((each) => (
          <option key={each} value={each}>
            {periodWords(each)}
          </option>
        ))}
      </select>
    </label>
  </div>
);
