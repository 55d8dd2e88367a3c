import './ActionRow.css';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { ACTIONS, type Action } from '@/lib/flow/action';
import { Icon } from '../ui/Icon';

/** The four actions, one of them chosen. */
export const ActionRow = ({ action }: { action: Action }) => {
  const { composer, focus, validation } = useViewStore();
  return (
    <fieldset class="actions">
      <legend class="vh">{i18n.t('action.label')}</legend>
      {ACTIONS.map((name, index) => (
        <label key={name} title={String(index + 1)}>
          <input
            ref={name === action ? focus.ref('action') : null}
            type="radio"
            name="action"
            checked={name === action}
            onChange={() => {
              validation.startOver();
              composer.change({ action: name });
            }}
          />
          <Icon name={name} />
          {i18n.t(`action.${name}`)}
        </label>
      ))}
    </fieldset>
  );
};
