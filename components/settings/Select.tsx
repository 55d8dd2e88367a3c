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
export const Select = ({ id, label, hint, value, options, onChoice }: Props) => (
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
