import './NameTemplate.css';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useOptionsStore } from '@/components/store/options-store';
import { checkTemplate, DEFAULT_TEMPLATE, NAME_TOKENS } from '@/lib/files/name-template';
import { sampleName, templateProblemText } from './name-text';

/** The template of names: stored as soon as it is good, with a name as it would come out. */
export function NameTemplate({ stored = DEFAULT_TEMPLATE }: { stored: string | undefined }) {
  const { saveSettings } = useOptionsStore();
  const typed = useSignal<string | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const text = typed.value ?? stored;
  const checked = checkTemplate(text);
  const type = (next: string) => {
    typed.value = next;
    const good = checkTemplate(next);
    if (good.ok)
      void saveSettings({ nameTemplate: good.value === DEFAULT_TEMPLATE ? undefined : good.value });
  };
  const insert = (token: string) => {
    const input = field.current;
    if (!input) return;
    const { selectionStart: start, selectionEnd: end } = input;
    input.setRangeText(token, start ?? text.length, end ?? text.length, 'end');
    input.focus();
    type(input.value);
  };
  return (
    <div
      class="row row-wide"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        const isLeft = !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget));
        if (isLeft && checked.ok) typed.value = undefined;
      }}
    >
      <label for="template">
        <b>{i18n.t('names.template')}</b>
      </label>
      <input
        class="field mono"
        id="template"
        ref={field}
        type="text"
        dir="ltr"
        autocomplete="off"
        spellcheck={false}
        value={text}
        aria-invalid={!checked.ok}
        aria-describedby={checked.ok ? 'template-preview' : 'template-problem'}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <fieldset class="tokens" aria-label={i18n.t('names.insert')}>
        {NAME_TOKENS.map((token) => (
          <button key={token} type="button" class="token mono" onClick={() => insert(`{${token}}`)}>
            {`{${token}}`}
          </button>
        ))}
        {text !== DEFAULT_TEMPLATE && (
          <button type="button" class="link push" onClick={() => type(DEFAULT_TEMPLATE)}>
            {i18n.t('names.usual')}
          </button>
        )}
      </fieldset>
      {!checked.ok && (
        <p class="problem" id="template-problem" role="alert">
          {templateProblemText(checked.failure)}
        </p>
      )}
      <p class="example" id="template-preview">
        <bdi>{i18n.t('names.preview', [sampleName(checked.ok ? checked.value : stored)])}</bdi>
      </p>
    </div>
  );
}
