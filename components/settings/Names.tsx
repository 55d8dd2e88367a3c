import { i18n } from '#i18n';
import { useOptionsStore } from '@/components/store/options-store';
import { NameTemplate } from './NameTemplate';
import { Section } from './Section';
import { Switch } from './Switch';

/** How saved clips are named, and whether they are saved by themselves. */
export function Names() {
  const { settings } = useOptionsStore();
  const now = settings.value;
  if (!now) return null;
  return (
    <Section id="names" title={i18n.t('names.title')} lead={i18n.t('names.lead')}>
      <div class="box">
        <NameTemplate stored={now.nameTemplate} />
        <Switch
          name="savesResults"
          label={i18n.t('names.savesResults')}
          hint={i18n.t('names.savesResultsHint')}
          isOn={now.savesResults ?? false}
        />
      </div>
    </Section>
  );
}
