import { i18n } from '#i18n';
import { number } from '@/lib/text/format';
import { NumberField } from './NumberField';

interface Props {
  readonly name: 'gapSeconds' | 'atOnce';
  readonly min: number;
  readonly max: number;
  readonly value: number;
  readonly onNumber: (value: number) => Promise<void>;
}

/** One number of the pace, which always has a value. */
export const PaceField = ({ name, min, max, value, onNumber }: Props) => (
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
