import './Compare.css';
import { ArrowLeft } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import { jobObject } from '@/lib/text/job-name';
import { CompareBody } from './CompareBody';
import { onEscape, onPlayerKey } from './compare-keys';
import type { Comparison } from './comparison';
import { readComparison } from './comparison';
import { useHeld } from './held';
import { KeepOrDiscard } from './KeepOrDiscard';
import { createSyncedPlayer } from './synced-player';
import { useTakeReview } from './take-review';
import { takeName, takesOf } from './takes';
import { useRows } from './use-rows';

/** A take beside its source or another take, and what the user says of it. */
export function Compare() {
  const store = useViewStore();
  const { compared } = store;
  const id = compared.takeId.value ?? '';
  const shown = useRows(id, (from) => readComparison(id, from)).value;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => onEscape(store, event);
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  if (typeof shown === 'object') return <Shown shown={shown} />;
  return (
    <main class="body compare">
      <Head title={i18n.t('compare.title')} />
      {shown === 'gone' && <p class="compare-gone">{i18n.t('compare.gone')}</p>}
    </main>
  );
}

function Shown({ shown }: { shown: Comparison }) {
  const { job, batch } = shown;
  const player = useMemo(createSyncedPlayer, []);
  const isHeld = useHeld();
  const review = useTakeReview(shown);
  const takes = takesOf(batch, job.id);
  return (
    <main
      class="body compare"
      tabIndex={-1}
      onKeyDown={(event) => onPlayerKey(event, { player, review, isHeld })}
    >
      <Head title={titleOf(shown)}>
        <span class="hint push">
          {i18n.t('compare.place', [takes.findIndex(({ id }) => id === job.id) + 1, takes.length])}
        </span>
      </Head>
      <CompareBody shown={shown} takes={takes} player={player} isHeld={isHeld} />
      <KeepOrDiscard review={review} isKept={job.keptAt !== undefined} />
    </main>
  );
}

/** The title and the way back, which has the focus first: the keys are those of the view. */
function Head({ title, children }: { title: string; children?: ComponentChildren }) {
  const { navigation } = useViewStore();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <div class="jobs-head">
      <button
        type="button"
        ref={back}
        class="icon-btn icon-btn-s"
        aria-label={i18n.t('compare.back')}
        title={i18n.t('compare.back')}
        onClick={navigation.leaveCompare}
      >
        <ArrowLeft class="i i-turn" aria-hidden="true" />
      </button>
      <h2 class="cut" title={title}>
        {title}
      </h2>
      {children}
    </div>
  );
}

/** “Witch lands”, Orbit left. Another take of one prompt is told by its place. */
function titleOf({ job, batch }: Comparison): string {
  const isNumbered = ['extend', 'references'].includes(job.request.action) && batch.length > 1;
  const object = jobObject(job);
  return isNumbered ? i18n.t('job.withMove', [object, takeName(job, batch)]) : object;
}
