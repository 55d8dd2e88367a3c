import './Switch.css';
import { useOptionsStore } from '@/components/store/options-store';

interface Props {
  readonly name:
    | 'showsCount'
    | 'playsTiles'
    | 'savesResults'
    | 'tellsDone'
    | 'tellsNeeds'
    | 'tellsFailed';
  readonly label: string;
  readonly hint: string;
  readonly isOn: boolean;
}

/** One choice that is on or off. */
export const Switch = ({ name, label, hint, isOn }: Props) => {
  const { saveSettings } = useOptionsStore();
  return (
    <div class="row">
      <label for={name}>
        <b>{label}</b>
        <small id={`${name}-hint`}>{hint}</small>
      </label>
      <input
        class="switch"
        id={name}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says itself whether it is checked
        role="switch"
        checked={isOn}
        aria-describedby={`${name}-hint`}
        onChange={(event) => void saveSettings({ [name]: event.currentTarget.checked })}
      />
    </div>
  );
};
