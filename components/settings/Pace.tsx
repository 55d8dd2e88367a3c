import { i18n } from '#i18n';
import { useOptionsStore } from '@/components/store/options-store';
import { PaceField } from './PaceField';
import { Section } from './Section';

/** How fast the queue sends. */
export function Pace() {
  const { saveSettings, settings } = useOptionsStore();
  const now = settings.value;
  if (!now) return null;
  return (
    <Section id="pace" title={i18n.t('pace.title')} lead={i18n.t('pace.lead')}>
      <div class="box">
        <PaceField
          name="gapSeconds"
          min={1}
          max={600}
          value={now.gapSeconds}
          onNumber={(gapSeconds) => saveSettings({ gapSeconds })}
        />
        <PaceField
          name="atOnce"
          min={1}
          max={8}
          value={now.atOnce}
          onNumber={(atOnce) => saveSettings({ atOnce })}
        />
      </div>
    </Section>
  );
}
