import { i18n } from '#i18n';
import { settings } from '@/lib/store/items';
import { current } from './current';
import { NumberField } from './NumberField';
import { SpentToday } from './SpentToday';

const LIMITS = ['wishLimit', 'dayLimit'] as const;

/** What may be spent without a second question, and what was spent today. */
export function Limits() {
  const now = current.value;
  if (!now) return null;
  return (
    <section class="sec" aria-labelledby="limits">
      <h2 id="limits">{i18n.t('limits.title')}</h2>
      <p class="lead">{i18n.t('limits.lead')}</p>
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
            onNumber={(limit) => settings.set({ ...now, [name]: limit })}
          />
        ))}
      </div>
    </section>
  );
}
