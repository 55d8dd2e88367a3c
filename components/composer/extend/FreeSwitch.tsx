import { i18n } from '#i18n';
import { isFree, setFree } from './range';

/** The way out of the window: both ends move alone. */
export const FreeSwitch = () => (
  <label class="switch">
    <input
      type="checkbox"
      role="switch"
      aria-checked={isFree.value}
      checked={isFree.value}
      onChange={(event) => setFree(event.currentTarget.checked)}
    />
    {i18n.t('range.free')}
  </label>
);
