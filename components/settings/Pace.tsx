import { i18n } from '#i18n';
import { useOptionsStore } from '@/components/store/options-store';
import { number } from '@/lib/text/format';
import { NumberField } from './NumberField';
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

interface Props {
  readonly name: 'gapSeconds' | 'atOnce';
  readonly min: number;
  readonly max: number;
  readonly value: number;
  readonly onNumber: (value: number) => Promise<void>;
}

/** One number of the pace, which always has a value. */
const PaceField = ({ name, min, max, value, onNumber }: Props) => (
  <NumberField
    id={name}
    label={i18n.t(`pace.${name}`)}
    hint={i18n.t(`pace.${name}Hint`, [number(min), number(max)])}
    unit={i18n.t(`pace.${name}Unit`)}
    min={min}
    max={max}
    value={value}
    bad={i18n.t('pace.bad', [number(min), number(max)])}
    onNumber={async (parsed) => {
      if (parsed !== undefined) await onNumber(parsed);
    }}
  />
);
