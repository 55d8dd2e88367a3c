import './Ledger.css';
import { i18n } from '#i18n';
import { useOptionsStore } from '@/components/store/options-store';
import type { Rows } from '@/components/store/spending';
import { Chart } from './Chart';
import { Choices } from './Choices';
import { Entries } from './Entries';
import { Figures } from './Figures';
import { Groups } from './Groups';

/** What was spent, as the ledger of all submits has it. */
export function Ledger() {
  const { spending } = useOptionsStore();
  const shown = spending.rows.value;
  return (
    <section class="sec" aria-labelledby="ledger">
      <h2 id="ledger">{i18n.t('ledger.title')}</h2>
      <p class="lead">{i18n.t('ledger.lead')}</p>
      {shown && <Sums rows={shown} />}
    </section>
  );
}

function Sums({ rows: shown }: { rows: Rows }) {
  if (shown.isEmpty) return <p class="box ledger-none">{i18n.t('ledger.none')}</p>;
  return (
    <div class="ledger">
      <Figures rows={shown} />
      <Choices />
      {shown.entries.length === 0 ? (
        <p class="box ledger-none">{i18n.t('ledger.noneThen')}</p>
      ) : (
        <Spent rows={shown} />
      )}
    </div>
  );
}

const Spent = ({ rows: shown }: { rows: Rows }) => (
  <>
    <Chart rows={shown} />
    <Groups rows={shown} />
    <Entries rows={shown} />
  </>
);
