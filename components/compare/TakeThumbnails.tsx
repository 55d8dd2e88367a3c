import './SheetCell.css';
import { Bookmark } from 'lucide-preact';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import type { Job } from '@/lib/jobs/job';
import { stateText } from '@/lib/text/job-text';
import { Poster } from '../pictures/Poster';
import type { Comparison } from './comparison';
import { isDone, takeName } from './takes';

/** The takes of the batch: a press shows one on the right, with Shift on the left. */
export function TakeThumbnails({ shown, takes }: { shown: Comparison; takes: readonly Job[] }) {
  if (takes.length < 2) return null;
  return (
    <fieldset class="take-strip">
      <legend class="vh">{i18n.t('compare.takes')}</legend>
      {takes.map((take) => (
        <TakeTile key={take.id} take={take} shown={shown} />
      ))}
    </fieldset>
  );
}

function TakeTile({ take, shown }: { take: Job; shown: Comparison }) {
  const { compared, now } = useViewStore();
  const name = takeName(take, shown.batch);
  const id = (isDone(take) && take.result.mediaId) || take.sourceId;
  const picture = (
    <span class={`take-pic take-${take.request.aspect}`}>
      <Poster media={shown.media.get(id)} id={id} />
      {take.keptAt !== undefined && <Bookmark class="i take-kept" aria-hidden="true" />}
    </span>
  );
  if (!isDone(take))
    return (
      <span class="take-cell take-wait" title={name}>
        {picture}
        <span class="vh">
          {name} {stateText(take, { now: now.value }).state}
        </span>
      </span>
    );
  const press = ({ shiftKey }: MouseEvent) => {
    if (!shiftKey) compared.show(take.id);
    else if (take.id !== compared.takeId.value) compared.withId.value = take.id;
  };
  return (
    <button
      type="button"
      class="take-cell"
      title={name}
      aria-pressed={take.id === compared.takeId.value}
      onClick={press}
    >
      {picture}
      <span class="vh">
        {name} {take.keptAt === undefined ? '' : i18n.t('compare.isKept')}
      </span>
    </button>
  );
}
