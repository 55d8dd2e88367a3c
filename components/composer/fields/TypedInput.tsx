import type { TypedField } from '@/components/store/typed';
import { useViewStore } from '@/components/store/view-store';
import type { Field } from '@/lib/text/problem-text';

interface Props {
  readonly name: TypedField;
  /** Where its problem is said. */
  readonly field: Field;
  readonly label: string;
  readonly value: number;
  readonly write: (value: number) => string;
  readonly parse: (text: string) => number | undefined;
  readonly onNumber: (value: number) => void;
  readonly disabled?: boolean;
}

/**
 * A text field for a number. What is typed stays as it was typed: in the draft if it is a number,
 * good or not, else only here, where it keeps the draft from being sent.
 */
export function TypedInput({ name, field, label, value, write, parse, ...rest }: Props) {
  const { typed, validation } = useViewStore();
  const read = (text: string) => {
    typed.keep(name, text);
    const number = parse(text);
    if (number !== undefined) rest.onNumber(number);
  };
  const onBlur = () => {
    const text = typed.texts.value[name];
    if (text !== undefined && parse(text) !== undefined) typed.drop(name);
    validation.leave(field);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    typed.drop(name);
    rest.onNumber(value + by * (event.shiftKey ? 10 : 1));
  };
  return (
    <input
      class="field"
      type="text"
      dir="ltr"
      inputMode="numeric"
      autocomplete="off"
      aria-label={label}
      disabled={rest.disabled}
      value={typed.texts.value[name] ?? write(value)}
      onFocus={(event) => event.currentTarget.select()}
      onInput={(event) => read(event.currentTarget.value)}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
      {...validation.describedBy(field)}
    />
  );
}
