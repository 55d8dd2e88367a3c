import './HoldNote.css';
import { Pause } from 'lucide-preact';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { leftMs } from '@/lib/jobs/hold';
import { duration } from '@/lib/text/format';
import { askedPrice, type HoldContext, holdText } from '@/lib/text/hold-text';
import { sentenceGap } from '@/lib/text/sentences';
import type { FlowTab } from '../store/choose-tab';
import { holdActionsOf } from './hold-actions';

/** What is wrong with the session that jobs would go out with, beyond nobody being signed in. */
function troubleOf(where: FlowTab): HoldContext['trouble'] {
  if (where.kind === 'asleep') return 'asleep';
  if (where.kind !== 'live') return undefined;
  if (where.tab.isRefused) return 'refused';
  return where.tab.hasRunOut ? 'run-out' : undefined;
}

/** Why nothing is sent at the moment, that nothing is charged, how long it lasts, and the way on. */
export function HoldNote() {
  const { flowTab, focus, items, library, liveJobs, now, siteAccess } = useViewStore();
  const held = liveJobs.hold.value;
  if (!held) return null;
  const context = {
    waiting: liveJobs.waitingJobs.value,
    dayLimit: items.settings.value?.dayLimit,
    account: library.tab.value?.account,
    balance: library.tab.value?.balance,
    trouble: troubleOf(flowTab.value),
  };
  const { title, text } = holdText(held.reason, context);
  const left = leftMs(held, now.value);
  const where = flowTab.value;
  const actions = holdActionsOf(held, {
    where,
    now: Math.max(now.value, held.since),
    price: askedPrice(context),
    waiting: context.waiting,
    askForSites: siteAccess.ask,
  });
  return (
    <section class="hold" aria-label={i18n.t('hold.label')}>
      <Pause class="i" aria-hidden="true" />
      <p>
        <b>{title}</b>
        {sentenceGap()}
        {text}
      </p>
      <div class="hold-act">
        {left > 0 && (
          <p role="timer" aria-label={i18n.t('hold.timer')}>
            {i18n.t('hold.left', [duration(left)])}
          </p>
        )}
        {actions.map(({ label, isDisabled, follow }, index) => (
          <button
            key={label}
            ref={index === 0 ? focus.ref('hold') : null}
            type="button"
            class={held.reason === 'limit' ? 'btn btn-s btn-main' : 'btn btn-s'}
            disabled={isDisabled ?? false}
            onClick={follow}
          >
            {label}
          </button>
        ))}
      </div>
    </section>
  );
}
