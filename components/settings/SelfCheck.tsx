import { useSignal } from '@preact/signals';
import { Check as CheckIcon, CircleX, Minus } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useOptionsStore } from '@/components/store/options-store';
import { warn } from '@/lib/base/log';
import { ownVersion } from '@/lib/browser/extension';
import { collectFindings } from './findings';
import { Section } from './Section';
import { type Check, countText, evaluate, reportText } from './self-check';

const ICONS = { pass: CheckIcon, fail: CircleX, unknown: Minus } as const;

/** Whether everything is as it has to be; begins by itself when it comes into sight. */
export function SelfCheck() {
  const store = useOptionsStore();
  const { announcer } = store;
  const checks = useSignal<readonly Check[] | undefined>(undefined);
  const isRunning = useSignal(false);
  const list = useRef<HTMLDivElement>(null);
  const run = async (isAsked: boolean) => {
    if (isRunning.value) return;
    isRunning.value = true;
    try {
      checks.value = evaluate(await collectFindings(store));
      if (isAsked) announcer.announce(countText(checks.value));
    } catch (error) {
      warn('check', error);
      announcer.announce(i18n.t('refusal.unanswered'));
    }
    isRunning.value = false;
  };
  useEffect(() => {
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      void run(false);
    });
    if (list.current) seen.observe(list.current);
    return () => seen.disconnect();
  }, []);
  return (
    <Section id="check" title={i18n.t('check.title')} lead={i18n.t('check.lead')}>
      <div class="box" ref={list} aria-busy={isRunning.value}>
        {checks.value ? (
          <ul>
            {checks.value.map((check) => (
              <Line key={check.id} check={check} />
            ))}
          </ul>
        ) : (
          <p class="row">{i18n.t('check.running')}</p>
        )}
      </div>
      <p class="row-act">
        <button
          type="button"
          class="btn"
          aria-disabled={isRunning.value}
          onClick={() => void run(true)}
        >
          {i18n.t(isRunning.value ? 'check.running' : 'check.run')}
        </button>
        {checks.value && (
          <>
            <CopyButton checks={checks.value} />
            <span class="hint">{countText(checks.value)}</span>
          </>
        )}
      </p>
    </Section>
  );
}

function Line({ check: { title, result, sentence } }: { check: Check }) {
  const Icon = ICONS[result];
  return (
    <li class="row check-line" data-verdict={result}>
      <Icon class="i" aria-hidden="true" />
      <p>
        <b>{title}</b>
        <small>{sentence}</small>
      </p>
      <span class="verdict">{i18n.t(`checkResult.${result}`)}</span>
    </li>
  );
}

function CopyButton({ checks }: { checks: readonly Check[] }) {
  const { announcer } = useOptionsStore();
  const copy = async () => {
    const about = `${i18n.t('about.version', [ownVersion()])} · ${navigator.userAgent}`;
    try {
      await navigator.clipboard.writeText(reportText(about, checks));
      announcer.announce(i18n.t('check.copied'));
    } catch (error) {
      warn('copy', error);
      announcer.announce(i18n.t('check.notCopied'));
    }
  };
  return (
    <button type="button" class="btn" onClick={() => void copy()}>
      {i18n.t('check.copy')}
    </button>
  );
}
