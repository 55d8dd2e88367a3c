import { i18n } from '#i18n';
import { useOptionsStore } from '@/components/store/options-store';
import type { Rows } from '@/components/store/spending';
import { failedFree, type Spending, spendingOf } from '@/lib/ledger/spending';
import { number } from '@/lib/text/format';
import { periodText, possibleText } from './ledger-text';

/** Three sums: today, the period, and what failed for nothing. */
export function Figures({ rows }: { rows: Rows }) {
  const { spending } = useOptionsStore();
  const failures = failedFree(rows.entries, rows.jobs);
  return (
    <dl class="figures">
      <Sum
        name={i18n.t('ledger.today')}
        spending={spendingOf(rows.entries.filter(({ at }) => at >= spending.today.value))}
      />
      <Sum name={periodText(spending.period.value)} spending={spendingOf(rows.entries)} />
      <div>
        <dt>{i18n.t('ledger.failedFree')}</dt>
        <dd>
          {number(failures)} <small>{i18n.t('ledger.jobUnit', failures)}</small>
        </dd>
      </div>
    </dl>
  );
}

function Sum({ name, spending }: { name: string; spending: Spending }) {
  const { sure, jobs } = spending;
  const possible = possibleText(spending);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {number(sure)}{' '}
        <small>
          {i18n.t('ledger.creditUnit', sure)}
          {i18n.t('list.comma')}
          {i18n.t('ledger.jobs', jobs, [number(jobs)])}
        </small>
        {possible !== undefined && (
          <small class="figure-possible">{i18n.t('ledger.possibleMore', [possible])}</small>
        )}
      </dd>
    </div>
  );
}
