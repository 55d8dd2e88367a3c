import './Marks.css';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';

/** Sets an end at the playhead, by mouse, with the keys that do it too; and the switch. */
export const Marks = () => {
  const { playhead } = useViewStore();
  return (
    <div class="marks">
      {(['start', 'end'] as const).map((end) => (
        <button
          key={end}
          type="button"
          title={i18n.t(`range.${end}Mark`)}
          class="mark-btn"
          data-key={KEYS[end]}
          aria-keyshortcuts={KEYS[end]}
          onClick={() => playhead.mark(end)}
        >
          <span>{i18n.t(`range.${end}Mark`)}</span>
        </button>
      ))}
      <FreeSwitch />
    </div>
  );
};

const KEYS = { start: 'I', end: 'O' } as const;

/** The way out of the window: both ends move alone. */
const FreeSwitch = () => {
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
