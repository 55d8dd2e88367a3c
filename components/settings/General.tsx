import { i18n } from '#i18n';
import { useOptionsStore } from '@/components/store/options-store';
import { TAKES_MAX } from '@/lib/drafts/draft';
import { number } from '@/lib/text/format';
import { Section } from './Section';
import { Switch } from './Switch';

const THEMES = ['light', 'dark'] as const;
const TAKES = Array.from({ length: TAKES_MAX }, (_, index) => index + 1);

/** How it looks, and what a new job begins with. */
export function General() {
  const { composer, saveSettings, settings } = useOptionsStore();
  const now = settings.value;
  if (!now) return null;
  const choose = (text: string) => {
    const takes = TAKES.find((each) => String(each) === text);
    if (takes !== undefined) composer.change({ takes });
    void saveSettings({ takes });
  };
  return (
    <Section id="general" title={i18n.t('general.title')}>
      <div class="box">
        <Select
          id="theme"
          label={i18n.t('general.theme')}
          value={now.theme ?? ''}
          options={[
            ['', i18n.t('general.system')],
            ...THEMES.map((theme) => [theme, i18n.t(`theme.${theme}`)] as const),
          ]}
          onChoice={(text) => void saveSettings({ theme: THEMES.find((theme) => theme === text) })}
        />
        <Switch
          name="showsCount"
          label={i18n.t('general.showsCount')}
          hint={i18n.t('general.showsCountHint')}
          isOn={now.showsCount ?? true}
        />
        <Switch
          name="playsTiles"
          label={i18n.t('general.playsTiles')}
          hint={i18n.t('general.playsTilesHint')}
          isOn={now.playsTiles ?? true}
        />
        <Select
          id="takes"
          label={i18n.t('general.takes')}
          hint={i18n.t('general.takesHint')}
          value={String(now.takes ?? '')}
          options={[
            ['', i18n.t('general.takesLast')],
            ...TAKES.map((takes) => [String(takes), number(takes)] as const),
          ]}
          onChoice={choose}
        />
      </div>
    </Section>
  );
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** Values with their words. */
  readonly options: readonly (readonly [string, string])[];
  readonly onChoice: (value: string) => void;
}

/** One choice out of a few. */
const Select = ({ id, label, hint, value, options, onChoice }: Props) => (
  <div class="row">
    <label for={id}>
      <b>{label}</b>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
    </label>
    <select
      class="field"
      id={id}
      value={value}
      {...(hint && { 'aria-describedby': `${id}-hint` })}
      onChange={(event) => onChoice(event.currentTarget.value)}
    >
      {options.map(([each, words]) => (
        <option key={each} value={each}>
          {words}
        </option>
      ))}
    </select>
  </div>
);
