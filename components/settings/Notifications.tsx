import { i18n } from '#i18n';
import { useOptionsStore } from '@/components/store/options-store';
import { Section } from './Section';
import { Switch } from './Switch';

const KINDS = ['tellsDone', 'tellsNeeds', 'tellsFailed'] as const;

/** Which ends are told by a notification. */
export function Notifications() {
  const { settings } = useOptionsStore();
  const now = settings.value;
  if (!now) return null;
  return (
    <Section id="notify" title={i18n.t('notify.title')} lead={i18n.t('notify.lead')}>
      <div class="box">
        {KINDS.map((name) => (
          <Switch
            key={name}
            name={name}
            label={i18n.t(`notifyOf.${name}`)}
            hint={i18n.t(`notifyOf.${name}Hint`)}
            isOn={now[name] ?? true}
          />
        ))}
      </div>
    </Section>
  );
}
