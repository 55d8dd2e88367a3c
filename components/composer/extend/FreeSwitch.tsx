import './FreeSwitch.css';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';

/** The way out of the window: both ends move alone. */
export const FreeSwitch = () => {
  const { range } = useViewStore();
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        aria-checked={range.isFree.value}
        checked={range.isFree.value}
        onChange={(event) => range.setFree(event.currentTarget.checked)}
      />
      {i18n.t('range.free')}
    </label>
  );
};
