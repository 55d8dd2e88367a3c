import './Filters.css';
import { i18n } from '#i18n';
import { useLibraryStore } from '@/components/store/library-store';
import { ASPECTS } from '@/lib/flow/aspect';
import { isNarrow, SPANS, WAYS } from '@/lib/library/filter';
import { ORDERS } from '@/lib/library/order';
import { number } from '@/lib/text/format';
import { Select } from './Select';

const KINDS = [
  [undefined, 'library.anyKind'],
  ['video', 'library.clips'],
  ['image', 'library.images'],
] as const;

/** What of the project is shown, how much of it that is, and in which order. */
export function Filters() {
  const { entries, view } = useLibraryStore();
  const { kind, model, shape, span, way } = view.filter.value;
  const { narrow } = view;
  return (
    <fieldset class="library-filters" aria-label={i18n.t('library.filters')}>
      <fieldset class="actions library-kind">
        <legend class="vh">{i18n.t('library.kind')}</legend>
        {KINDS.map(([value, words]) => (
          <label key={words}>
            <input
              type="radio"
              name="library-kind"
              checked={kind === value}
              onChange={() => narrow({ kind: value })}
            />
            {i18n.t(words)}
          </label>
        ))}
      </fieldset>
      <Select
        label={i18n.t('library.way')}
        value={way}
        options={[
          [undefined, i18n.t('library.anyWay')],
          ...WAYS.map((each) => [each, i18n.t(`way.${each}`)] as const),
        ]}
        choose={(next) => narrow({ way: next })}
      />
      {entries.models.value.length > 1 && (
        <Select
          label={i18n.t('library.model')}
          value={model}
          options={[
            [undefined, i18n.t('library.anyModel')],
            ...entries.models.value.map((name) => [name, name] as const),
          ]}
          language="en"
          choose={(next) => narrow({ model: next })}
        />
      )}
      <Select
        label={i18n.t('shape.label')}
        value={shape}
        options={[
          [undefined, i18n.t('library.anyShape')],
          ...ASPECTS.map((each) => [each, i18n.t(`shape.${each}Title`)] as const),
        ]}
        choose={(next) => narrow({ shape: next })}
      />
      <Select
        label={i18n.t('library.date')}
        value={span}
        options={SPANS.map((each) => [each, i18n.t(`span.${each}`)] as const)}
        choose={(next) => narrow({ span: next })}
      />
      {isNarrow(view.filter.value) && (
        <button type="button" class="link" onClick={view.clear}>
          {i18n.t('library.clear')}
        </button>
      )}
      <p class="hint push" role="status">
        {countText(view.found.value?.length ?? 0, view.count.value)}
      </p>
      <Select
        label={i18n.t('library.order')}
        value={view.order.value}
        options={ORDERS.map((each) => [each, i18n.t(`order.${each}`)] as const)}
        choose={(next) => {
          view.order.value = next;
        }}
      />
    </fieldset>
  );
}

const countText = (shown: number, all: number): string =>
  shown === all
    ? i18n.t('library.all', all, [number(all)])
    : i18n.t('library.count', [number(shown), number(all)]);
