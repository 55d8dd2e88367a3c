import { i18n } from '#i18n';
import { current } from './current';
import { PaceField } from './PaceField';
import { Section } from './Section';
import { save } from './save';

/** How fast the queue sends. */
export function Pace() {
  const now = current.value;
  if (!now) return null;
  return (
    <Section id="pace" title={i18n.t('pace.title')} lead={i18n.t('pace.lead')}>
      <div class="box">
        <PaceField
          name="gapSeconds"
          min={1}
          max={600}
          value={now.gapSeconds}
          onNumber={(gapSeconds) => save({ gapSeconds })}
        />
        <PaceField
          name="atOnce"
          min={1}
          max={8}
          value={now.atOnce}
          onNumber={(atOnce) => save({ atOnce })}
        />
      </div>
    </Section>
  );
}
