import { i18n } from '#i18n';
import { useOptionsStore } from '@/components/store/options-store';
import { NumberField } from './NumberField';
import { Section } from './Section';
import { SpentToday } from './SpentToday';

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
