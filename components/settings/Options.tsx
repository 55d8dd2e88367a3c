import '../styles/index.css';
import './Options.css';
import { useComputed, useSignal } from '@preact/signals';
import { Search } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { useOptionsStore } from '@/components/store/options-store';
import { SECOND_MS } from '@/lib/base/time';
import { Ledger } from '../ledger/Ledger';
import { WithheldNote } from '../status/WithheldNote';
import { Logo } from '../ui/Logo';
import { About } from './About';
import { General } from './General';
import { Keys } from './Keys';
import { Limits } from './Limits';
import { Names } from './Names';
import { Navigation } from './Navigation';
import { Notifications } from './Notifications';
import { Pace } from './Pace';
import { Privacy } from './Privacy';
import { SelfCheck } from './SelfCheck';
import { SECTION_IDS, type SectionId } from './section-ids';

const SECTIONS = {
  general: General,
  limits: Limits,
  pace: Pace,
  notify: Notifications,
  names: Names,
  privacy: Privacy,
  ledger: Ledger,
  check: SelfCheck,
  keys: Keys,
  about: About,
} as const satisfies Record<SectionId, () => unknown>;

/** The settings, in a tab. */
export function Options() {
  const { settings, withheld } = useOptionsStore();
  const words = useSignal('');
  const found = useComputed(() => SECTION_IDS.filter((id) => hasWords(id, words.value)));
  const isReady = settings.value !== undefined;
  useEffect(() => {
    // The browser looked for the section of the URL before there was one.
    if (isReady) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [isReady]);
  return (
    <div class="page">
      <header class="page-head">
        <Logo />
        <h1>{i18n.t('settings.title')}</h1>
        <Said />
        <label class="find push">
          <span class="vh">{i18n.t('settings.find')}</span>
          <Search class="i" aria-hidden="true" />
          <input
            class="field"
            type="search"
            placeholder={i18n.t('settings.find')}
            value={words.value}
            onInput={(event) => {
              words.value = event.currentTarget.value;
            }}
          />
        </label>
      </header>
      <WithheldNote why={withheld} />
      <Navigation ids={found.value} />
      <main>
        {SECTION_IDS.map((id) => {
          const View = SECTIONS[id];
          return (
            <div key={id} id={`section-${id}`} class="part" hidden={!found.value.includes(id)}>
              <View />
            </div>
          );
        })}
        {found.value.length === 0 && <p class="hint">{i18n.t('settings.nothing')}</p>}
      </main>
    </div>
  );
}

/** Whether a section says all of the words, in any order; all do before there are any. */
function hasWords(id: SectionId, words: string): boolean {
  const text = (document.getElementById(`section-${id}`)?.textContent ?? '').toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const SHOWN_MS = 4 * SECOND_MS;

/** The live region of the page, shown for a moment as well. */
function Said() {
  const { announcer } = useOptionsStore();
  const words = announcer.sentence.value;
  useEffect(() => {
    const timer = setTimeout(() => {
      announcer.sentence.value = '';
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p class="said" role="status">
      {words}
    </p>
  );
}
