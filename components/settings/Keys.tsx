import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { warn } from '@/lib/base/log';
import { commands, openShortcuts } from '@/lib/browser/commands';
import { Section } from './Section';

/** What keys do inside the pages; the words of a key that has none on it come from the language. */
const KEYS = [
  ['action', '1 2 3 4'],
  ['move', '← →'],
  ['choose', 'space'],
  ['send', 'Ctrl+Enter'],
  ['frame', '← →'],
  ['ends', 'Home End'],
  ['set', 'I O'],
  ['play', 'space'],
  ['keep', 'K X'],
  ['source', 'S'],
  ['close', 'Esc'],
  ['library', 'Enter space'],
  ['many', 'Shift Ctrl+A'],
] as const;

/** All keys; those of the browser as they are set now. */
export function Keys() {
  const own = useSignal<readonly (readonly [string, string])[]>([]);
  useEffect(() => {
    commands()
      .then((all) => {
        own.value = all.map(({ name, description, shortcut }) => [
          name === '_execute_action' ? i18n.t('keys.open') : (description ?? ''),
          shortcut ?? '',
        ]);
      })
      .catch((error: unknown) => warn('keys', error));
  }, []);
  return (
    <Section id="keys" title={i18n.t('keys.title')} lead={i18n.t('keys.lead')}>
      <div class="box">
        <table class="table keys">
          <thead>
            <tr>
              <th scope="col">{i18n.t('keys.does')}</th>
              <th scope="col">{i18n.t('keys.press')}</th>
            </tr>
          </thead>
          <tbody>
            {own.value.map(([does, keys]) => (
              <Row key={does} does={does} keys={keys} />
            ))}
            {KEYS.map(([name, keys]) => (
              <Row key={name} does={i18n.t(`keys.${name}`)} keys={keys} />
            ))}
          </tbody>
        </table>
      </div>
      <p class="row-act">
        <button
          type="button"
          class="btn"
          onClick={() => {
            openShortcuts().catch((error: unknown) => warn('shortcuts', error));
          }}
        >
          {i18n.t('keys.change')}
        </button>
      </p>
    </Section>
  );
}

const Row = ({ does, keys }: { does: string; keys: string }) => (
  <tr>
    <th scope="row">{does}</th>
    <td>
      {keys === '' && i18n.t('keys.notSet')}
      {keys
        .split(/[+ ]/)
        .filter((key) => key !== '')
        .map((key) => (
          <kbd key={key}>{key === 'space' ? i18n.t('keys.space') : key}</kbd>
        ))}
    </td>
  </tr>
);
