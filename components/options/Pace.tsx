import { i18n } from '#i18n';
import { settings } from '@/lib/store/items';
import { current } from './current';
import { PaceField } from './PaceField';

/** How fast the queue sends. */
export function Pace() {
  const now = current.value;
  if (!now) return null;
  return (
    <section class="sec" aria-labelledby="pace">
      <h2 id="pace">{i18n.t('pace.title')}</h2>
      <p class="lead">{i18n.t('pace.lead')}</p>
      <div class="box">
        <PaceField
          name="gapSeconds"
          min={1}
          max={600}
          value={now.gapSeconds}
          onNumber={(gapSeconds) => settings.set({ ...now, gapSeconds })}
        />
        <PaceField
          name="atOnce"
          min={1}
          max={8}
          value={now.atOnce}
          onNumber={(atOnce) => settings.set({ ...now, atOnce })}
        />
      </div>
    </section>
  );
}
