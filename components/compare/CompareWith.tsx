import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import type { Comparison } from './comparison';
import { isDone, takeName, takesOf } from './takes';

interface Props {
  readonly shown: Comparison;
  /** Frame of the source that stands at frame 0 of the clock. */
  readonly offset: Signal<number>;
}

/** What stands on the left, and how an extended clip lies against its source. */
export function CompareWith({ shown: { job, batch }, offset }: Props) {
  const { compared } = useViewStore();
  const id = useId();
  const others = takesOf(batch, compared.withId.value)
    .filter(isDone)
    .filter((take) => take.id !== job.id);
  const isSource = compared.withId.value === undefined;
  return (
    <div class="compare-with">
      {others.length > 0 && (
        <label>
          {i18n.t('compare.with')}{' '}
          <select
            class="field"
            value={compared.withId.value ?? ''}
            onChange={({ currentTarget: { value } }) => {
              compared.withId.value = value === '' ? undefined : value;
            }}
          >
            <option value="">{i18n.t('compare.source')}</option>
            {others.map((take) => (
              <option key={take.id} value={take.id}>
                {takeName(take, batch)}
              </option>
            ))}
          </select>
        </label>
      )}
      {job.request.action === 'extend' && isSource && (
        <>
          <label>
            {i18n.t('compare.align')}{' '}
            <select
              class="field"
              value={offset.value}
              aria-describedby={id}
              onChange={({ currentTarget }) => {
                offset.value = Number(currentTarget.value);
              }}
            >
              <option value={0}>{i18n.t('compare.alignStarts')}</option>
              <option value={job.request.startFrameIndex}>
                {i18n.t('compare.alignRange', [job.request.startFrameIndex])}
              </option>
              <option value={job.request.endFrameIndex + 1}>
                {i18n.t('compare.alignAfter', [job.request.endFrameIndex])}
              </option>
            </select>
          </label>
          <p class="hint" id={id}>
            {i18n.t('compare.alignNote')}
          </p>
        </>
      )}
    </div>
  );
}
