import { useSignal } from '@preact/signals';
import { warn } from '@/lib/base/log';
import { parseWhole } from '../store/typed';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** Absent: nothing is set, and the field is empty. */
  readonly value: number | undefined;
  /** Whether the field may be emptied. */
  readonly isOptional?: boolean;
  /** What to say about text that is no such number. */
  readonly bad: string;
  readonly onNumber: (value: number | undefined) => Promise<void>;
}

/** One number of the settings: stored as soon as it is good, said to be bad otherwise. */
export function NumberField({ id, min, max, value, isOptional = false, ...rest }: Props) {
  const text = useSignal<string | undefined>(undefined);
  const isGood = (typed: string): boolean => {
    const parsed = parseWhole(typed);
    if (parsed === undefined) return isOptional && typed.trim() === '';
    return parsed >= min && parsed <= max;
  };
  const isBad = text.value !== undefined && !isGood(text.value);
  const read = (typed: string) => {
    text.value = typed;
    if (!isGood(typed)) return;
    rest.onNumber(parseWhole(typed)).catch((error: unknown) => warn('settings', error));
  };
  const onBlur = () => {
    if (!isBad) text.value = undefined;
  };
  return (
    <div class="row">
      <label for={id}>
        <b>{rest.label}</b>
        <small id={`${id}-hint`}>{rest.hint}</small>
      </label>
      <span class="unit">
        <input
          class="field field-num"
          id={id}
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={text.value ?? (value === undefined ? '' : String(value))}
          aria-invalid={isBad}
          aria-describedby={isBad ? `${id}-problem` : `${id}-hint`}
          onInput={(event) => read(event.currentTarget.value)}
          onBlur={onBlur}
        />
        <span>{rest.unit}</span>
      </span>
      {isBad && (
        <p class="problem" id={`${id}-problem`} role="alert">
          {rest.bad}
        </p>
      )}
    </div>
  );
}
