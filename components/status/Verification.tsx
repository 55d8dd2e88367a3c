import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { MINUTE_MS, SECOND_MS } from '@/lib/base/time';
import type { Hold } from '@/lib/jobs/hold';
import { duration, number } from '@/lib/text/format';
import { Card } from './Card';
import { holdActionsOf } from './hold-actions';

/** Flow asks for its own verification: how long nothing can be sent, and the ways on. */
export function Verification({ hold }: { hold: Hold }) {
  const { flowTab, focus, liveJobs, now, siteAccess, stop } = useViewStore();
  const leftMs = Math.max(0, Math.ceil((hold.until - now.value) / SECOND_MS) * SECOND_MS);
  const waiting = liveJobs.countOf('waiting');
  const goBack = () => {
    stop.dismissHold();
    focus.on('send');
  };
  return (
    <Card
      picture="verification"
      says="verification"
      count={number(Math.ceil(leftMs / MINUTE_MS))}
      title={i18n.t('card.verification')}
      actions={holdActionsOf(hold, {
        where: flowTab.value,
        now: now.value,
        price: undefined,
        waiting: [],
        askForSites: siteAccess.ask,
      })}
      after={
        <button type="button" class="btn btn-plain card-back" onClick={goBack}>
          {i18n.t('card.toComposer')}
        </button>
      }
    >
      <p>{i18n.t('card.verificationText', waiting, [number(waiting)])}</p>
      {leftMs > 0 && (
        <p class="left" role="timer" aria-label={i18n.t('hold.timer')}>
          <b>{duration(leftMs)}</b> {i18n.t('card.untilResume')}
        </p>
      )}
    </Card>
  );
}
