import { i18n } from '#i18n';
import { ACTIONS, type Action } from '@/lib/flow/action';
import { change } from '../store/composer';
import { startOver } from '../store/problems';
import { Drawn } from '../ui/Drawn';

/** The four actions, one of them chosen. */
export const ActionRow = ({ action }: { action: Action }) => (
  <fieldset class="actions">
    <legend class="vh">{i18n.t('action.label')}</legend>
    {ACTIONS.map((name, index) => (
      <label key={name} title={String(index + 1)}>
        <input
          type="radio"
          name="action"
          checked={name === action}
          onChange={() => {
            startOver();
            change({ action: name });
          }}
        />
        <Drawn name={name} />
        {i18n.t(`action.${name}`)}
      </label>
    ))}
  </fieldset>
);
