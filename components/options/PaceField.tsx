import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { warn } from '@/lib/base/log';
import { number } from '../format';
import { parseWhole } from '../typed';

interface Props {
  readonly name: 'gapSeconds' | 'atOnce';
  readonly min: number;
  readonly max: number;
  readonly value: number;
  readonly onNumber: (value: number) => Promise<void>;
}

/** One number of the settings: stored as soon as it is good, said to be bad otherwise. */
export function PaceField({ name, min, max, value, onNumber }: Props) {
  const text = useSignal<string | undefined>(undefined);
  const isGood = (parsed: number | undefined): parsed is number =>
    parsed !== undefined && parsed >= min && parsed <= max;
  const isBad = text.value !== undefined && !isGood(parseWhole(text.value));
  const read = (typed: string) => {
    text.value = typed;
    const parsed = parseWhole(typed);
    if (isGood(parsed)) onNumber(parsed).catch((error: unknown) => warn('settings', error));
  };
  const onBlur = () => {
    if (!isBad) text.value = undefined;
  };
  return (
    <div class="row">
      <label for={name}>
        <b>{i18n.t(`pace.${name}`)}</b>
        <small id={`${name}-hint`}>{i18n.t(`pace.${name}Hint`, [number(min), number(max)])}</small>
      </label>
      <span class="unit">
        <input
          class="field field-num"
          id={name}
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={text.value ?? String(value)}
          aria-invalid={isBad}
          aria-describedby={isBad ? `${name}-problem` : `${name}-hint`}
          onInput={(event) => read(event.currentTarget.value)}
          onBlur={onBlur}
        />
        <span>{i18n.t(`pace.${name}Unit`)}</span>
      </span>
      {isBad && (
        <p class="problem" id={`${name}-problem`} role="alert">
          {i18n.t('pace.bad', [number(min), number(max)])}
        </p>
      )}
    </div>
  );
}
