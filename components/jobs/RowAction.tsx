interface Props {
  readonly label: string;
  /** What it is done to, for those who hear it. */
  readonly name: string;
  /** What stands behind the label in a lighter weight, such as a price. */
  readonly detail?: string | undefined;
  readonly isDisabled: boolean;
  readonly press: () => void;
}

/** The one thing in front that can be done with a row of the list. */
export const RowAction = ({ label, name, detail, isDisabled, press }: Props) => (
  <button type="button" class="btn btn-s" disabled={isDisabled} onClick={press}>
    <span>
      {label} <span class="vh">{name}</span>
    </span>
    {detail !== undefined && (
      <small>
        <span class="vh"> · </span>
        {detail}
      </small>
    )}
  </button>
);
