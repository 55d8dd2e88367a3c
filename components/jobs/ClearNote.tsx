import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { warn } from '@/lib/base/log';
import { SECOND_MS } from '@/lib/base/time';
import { number } from '@/lib/text/format';

const STAYS_MS = 10 * SECOND_MS;

/** What was taken off the list just now, and the way back: there while it is looked at, and 10 s. */
export function ClearNote() {
  const { cleared, focus } = useViewStore();
  const ids = cleared.jobIds.value;
  const leaving = useRef<ReturnType<typeof setTimeout>>();
  const stay = () => clearTimeout(leaving.current);
  const leave = () => {
    stay();
    leaving.current = setTimeout(cleared.drop, STAYS_MS);
  };
  const undo = useRef<HTMLButtonElement>(null);
  // What was pressed is gone from the list, so the focus goes to the way back.
  useEffect(() => {
    undo.current?.focus();
    return stay;
  }, [ids]);
  return (
    <div class="jobs-cleared" role="status">
      {ids && (
        <p onMouseEnter={stay} onMouseLeave={leave} onFocusIn={stay} onFocusOut={leave}>
          {i18n.t('jobList.cleared', ids.length, [number(ids.length)])}
          <button
            ref={undo}
            type="button"
            class="link"
            onClick={() => {
              focus.on('jobs-menu');
              cleared.putBack(ids).catch((error: unknown) => warn('put back', error));
            }}
          >
            {i18n.t('jobList.undo')}
          </button>
        </p>
      )}
    </div>
  );
}
