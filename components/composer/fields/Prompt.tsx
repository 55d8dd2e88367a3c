import './Prompt.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useViewStore, type ViewStore } from '@/components/store/view-store';
import { PROMPT_MAX } from '@/lib/flow/request';
import { number } from '@/lib/text/format';
import { FieldProblem } from './FieldProblem';
import { LastPrompts } from './LastPrompts';
import { isNearEnd, markPassed } from './prompt-count';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  /** What stands at the end of the label's line. */
  readonly children?: ComponentChildren;
}

/**
 * A prompt: its label, its length, the last ones at hand, its text in whatever direction it runs,
 * and its problem. The field grows with the text.
 */
export function Prompt({ label, value, onText, children }: Props) {
  const { composer, items, validation } = useViewStore();
  const area = useRef<HTMLTextAreaElement>(null);
  const form = composer.draft.value?.action === 'references' ? 'references' : 'extend';
  const last = items.recent.value?.prompts[form] ?? [];
  useLayoutEffect(() => {
    if (area.current) fitHeight(area.current);
  }, [value]);
  useSaidMarks(value.length);
  const take = (text: string) => {
    if (area.current) replaceText(area.current, text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [latest] = last;
    if (event.key !== 'ArrowUp' || event.isComposing || value !== '' || !latest) return;
    event.preventDefault();
    take(latest);
  };
  return (
    <div data-field="prompt">
      <div class="label">
        <label for="prompt">{label}</label>
        <PromptCount length={value.length} />
        <LastPrompts form={form} current={value} last={last} onTake={take} />
        {children}
      </div>
      <textarea
        class="area area-prompt"
        id="prompt"
        rows={2}
        dir="auto"
        ref={area}
        value={value}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => validation.leave('prompt')}
        {...validation.describedBy('prompt')}
      />
      <FieldProblem field="prompt" />
    </div>
  );
}

function PromptCount({ length }: { length: number }) {
  if (length === 0) return null;
  const isNear = isNearEnd(length);
  return (
    <span class={length > PROMPT_MAX ? 'hint prompt-count is-over' : 'hint prompt-count'}>
      {isNear ? i18n.t('prompt.count', [number(length), number(PROMPT_MAX)]) : number(length)}
    </span>
  );
}

/** Says how much room is left each time the text passes a mark near the end, and not in between. */
function useSaidMarks(length: number): void {
  const store = useViewStore();
  const mark = markPassed(length);
  const before = useRef(mark);
  useEffect(() => {
    const isNearer = mark !== undefined && mark < (before.current ?? PROMPT_MAX);
    before.current = mark;
    if (isNearer) say(store, Math.max(0, PROMPT_MAX - length));
  }, [mark]);
}

const say = ({ announcer }: ViewStore, left: number) =>
  announcer.announce(i18n.t('prompt.left', left, [number(left)]));

/**
 * Puts a text in place of all that a field holds, as if it had been typed: the browser's own undo
 * brings back what was there.
 */
function replaceText(field: HTMLTextAreaElement, text: string): void {
  field.focus();
  field.select();
  // The only way that keeps the field's undo history; there is no successor to it.
  if (document.execCommand('insertText', false, text)) return;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Where the style sheet cannot do it: as high as the text, within the bounds of the style sheet. */
function fitHeight(field: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  field.style.blockSize = 'auto';
  field.style.blockSize = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}
