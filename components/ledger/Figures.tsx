import { i18n } from '#i18n';
import { useOptionsStore } from '@/components/store/options-store';
import type { Rows } from '@/components/store/spending';
import { failedFree, pageSpendingOf, type Spending, spendingOf } from '@/lib/ledger/spending';
import { number } from '@/lib/text/format';
import { sentenceGap } from '@/lib/text/sentences';
import { periodText, possibleText } from './ledger-text';

/** Sums: today, the period, what failed for nothing, and apart from them what the page has started. */
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
      {rows.pageJobs.length > 0 && <InFlow rows={rows} />}
    </dl>
  );
}

/** By Flow's lists: what the user starts there is not sent from here, and no balance tells it apart. */
function InFlow({ rows }: { rows: Rows }) {
  const { jobs, price, unpriced } = pageSpendingOf(rows.pageJobs);
  return (
    <div class="figure-apart">
      <dt>{i18n.t('page.started')}</dt>
      <dd>
        {number(price)}{' '}
        <small>
          {i18n.t('ledger.creditUnit', price)}
          {i18n.t('list.comma')}
          {i18n.t('ledger.jobs', jobs, [number(jobs)])}
        </small>
        <small class="figure-note">
          {i18n.t('page.byList')}
          {unpriced > 0 && (
            <>
              {sentenceGap()}
              {i18n.t('ledger.unpriced', unpriced, [number(unpriced)])}
            </>
          )}
        </small>
      </dd>
    </div>
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
