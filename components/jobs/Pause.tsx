import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { sendCommand } from '@/lib/messaging/client';

/**
 * Stops sending. While it is stopped the note about it has the way on, so this button is not there:
 * the focus goes over to that way, and comes back from it.
 */
export function Pause({ pause }: { pause: () => void }) {
  const { focus, liveJobs } = useViewStore();
  useEffect(() => {
    if (focus.isLost() && focus.wasOn('hold')) focus.on('pause');
    return () => {
      if (liveJobs.hold.peek()?.reason === 'paused' && focus.wasOn('pause')) focus.on('hold');
    };
  }, []);
  return (
    <button ref={focus.ref('pause')} type="button" class="btn btn-s btn-plain push" onClick={pause}>
      {i18n.t('jobList.pause')}
    </button>
  );
}

/** Asks the background to send nothing more until the user resumes. */
export async function pause(): Promise<undefined> {
  await sendCommand('pause', {});
}
