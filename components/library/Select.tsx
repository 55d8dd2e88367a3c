interface Props<Value extends string | undefined> {
  readonly label: string;
  readonly value: Value;
  /** Values with their words. One that is undefined stands for any. */
  readonly options: readonly (readonly [Value, string])[];
  /** Of words that are names in another language. */
  readonly language?: string;
  readonly choose: (value: Value) => void;
}

/** One choice out of a few, marked where it is not the first. */
export const Select = <Value extends string | undefined>(props: Props<Value>) => {
  const { label, value, options, language, choose } = props;
  return (
    <select
      class="field library-select"
      aria-label={label}
      data-narrow={value !== options[0]?.[0]}
      value={value ?? ''}
      onChange={({ currentTarget }) => {
        const chosen = options[currentTarget.selectedIndex];
        if (chosen) choose(chosen[0]);
      }}
    >
      {options.map(([each, words], index) => (
        <option key={each ?? ''} value={each ?? ''} lang={index > 0 ? language : undefined}>
          {words}
        </option>
      ))}
    </select>
  );
};
