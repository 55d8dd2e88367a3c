import { Pause } from 'lucide-preact';
import { i18n } from '#i18n';
import { warn } from '@/lib/base/log';
import { sendCommand } from '@/lib/message/send';
import { duration } from '../format';
import { hold } from '../live-jobs';
import { now } from '../now';

/** Why nothing is sent at the moment, how long that lasts, and the way on. */
export function HoldNote() {
  const held = hold.value;
  if (!held) return null;
  const left = Math.ceil((held.until - now.value) / 1000) * 1000;
  const resume = () => {
    sendCommand('resume', {}).catch((error: unknown) => warn('resume', error));
  };
  return (
    <section class="hold" aria-label={i18n.t('hold.label')}>
      <Pause class="i" aria-hidden="true" />
      <div class="hold-text">
        <p>{i18n.t(`hold.${held.reason}`)}</p>
        {left > 0 && (
          <p role="timer" aria-label={i18n.t('hold.timer')}>
            {i18n.t('hold.left', [duration(left)])}
          </p>
        )}
      </div>
      <button type="button" class="btn btn-s" disabled={left > 0} onClick={resume}>
        {i18n.t('hold.resume')}
      </button>
    </section>
  );
}
