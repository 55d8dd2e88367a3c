import { i18n } from '#i18n';
import { useOptionsStore } from '@/components/store/options-store';
import { spentSince } from '@/lib/ledger/ledger';
import { credits, number } from '@/lib/text/format';
import { NumberField } from './NumberField';
import { Section } from './Section';

const LIMITS = ['batchLimit', 'dayLimit'] as const;

/** What may be spent without a second question, and what was spent today. */
export function Limits() {
  const { saveSettings, settings } = useOptionsStore();
  const now = settings.value;
  if (!now) return null;
  return (
    <Section id="limits" title={i18n.t('limits.title')} lead={i18n.t('limits.lead')}>
      <div class="box">
        <SpentToday limit={now.dayLimit} />
        {LIMITS.map((name) => (
          <NumberField
            key={name}
            id={name}
            label={i18n.t(`limits.${name}`)}
            hint={i18n.t(`limits.${name}Hint`)}
            unit={i18n.t('limits.unit')}
            min={1}
            max={Number.MAX_SAFE_INTEGER}
            value={now[name]}
            isOptional
            bad={i18n.t('limits.bad')}
            onNumber={(limit) => saveSettings({ [name]: limit })}
          />
        ))}
      </div>
    </Section>
  );
}

/** Credits of today, and what the day's limit leaves of it. */
function SpentToday({ limit }: { limit: number | undefined }) {
  const { spending } = useOptionsStore();
  const entries = spending.ofToday.value;
  if (!entries) return null;
  const spent = spentSince(entries, spending.today.value);
  return (
    <div class="row">
      <p>
        <b>{i18n.t('limits.today', [credits(spent)])}</b>
        <small>{i18n.t('limits.todayHint')}</small>
      </p>
      {limit !== undefined && <p class="hint">{leftText(spent, limit)}</p>}
    </div>
  );
}

const leftText = (spent: number, limit: number): string =>
  spent > limit
    ? i18n.t('limits.passed', [number(limit)])
    : i18n.t('limits.left', [number(limit - spent), number(limit)]);
