import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { sendCommand } from '@/lib/message/send';
import { focusSoon } from '../store/view';

let wasFocused = false;

/**
 * Stops sending. While it is stopped the note about it has the way on, so this button is not there:
 * the focus goes over to that way, and comes back from it.
 */
export function Pause({ pause }: { pause: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (wasFocused && document.activeElement === document.body)
      button.current?.focus({ preventScroll: true });
    wasFocused = false;
    return () => {
      if (wasFocused) focusSoon('.hold-act .btn');
    };
  }, []);
  return (
    <button
      ref={button}
      type="button"
      class="btn btn-s btn-plain push"
      onClick={() => {
        wasFocused = true;
        pause();
      }}
    >
      {i18n.t('jobList.pause')}
    </button>
  );
}

/** Asks the background to send nothing more until the person resumes. */
export async function pause(): Promise<undefined> {
  await sendCommand('pause', {});
}
