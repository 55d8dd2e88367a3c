import './Seed.css';
import { i18n } from '#i18n';
import { parseWhole } from '@/components/store/typed';
import { useViewStore, type ViewStore } from '@/components/store/view-store';
import { randomSeed, SEED_MAX } from '@/lib/base/ids';
import { FieldProblem } from './FieldProblem';
import { TypedInput } from './TypedInput';

/** A number without grouping: a seed is a name, not an amount. */
const plain = (value: number): string => String(value);

/** The seed: random for each job, or fixed. Fixing it starts from the clip's own seed. */
export function Seed() {
  const store = useViewStore();
  const { composer, typed } = store;
  const seed = composer.draft.value?.seed;
  const fixed = seed !== undefined || typed.texts.value.seed !== undefined;
  const toggle = () => {
    typed.drop('seed');
    composer.change({ seed: fixed ? undefined : firstSeed(store) });
  };
  return (
    <div class="seed" data-field="seed">
      <div class="seed-row">
        <label class="check">
          <input type="checkbox" checked={!fixed} onChange={toggle} />
          {i18n.t('seed.random')}
        </label>
        {fixed && (
          <TypedInput
            name="seed"
            field="seed"
            label={i18n.t('seed.label')}
            value={seed ?? 0}
            write={plain}
            parse={parseWhole}
            onNumber={(value) => composer.change({ seed: value })}
          />
        )}
        {fixed && <span class="hint">{i18n.t('seed.hint', [plain(SEED_MAX)])}</span>}
      </div>
      <FieldProblem field="seed" />
    </div>
  );
}

function firstSeed({ composer, library }: ViewStore): number {
  const own = composer.draft.value?.action === 'references' ? undefined : library.clip.value?.seed;
  return own !== undefined && own >= 0 && own <= SEED_MAX ? own : randomSeed();
}
