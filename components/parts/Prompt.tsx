import type { ComponentChildren } from 'preact';
import { describedBy, leave } from '../state/problems';
import { FieldProblem } from './FieldProblem';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  /** What stands at the end of the label's line. */
  readonly children?: ComponentChildren;
}

/** A prompt: its label, its text in whatever direction it runs, and its problem. */
export const Prompt = ({ label, value, onText, children }: Props) => (
  <div data-field="prompt">
    <div class="label">
      <label for="prompt">{label}</label>
      {children}
    </div>
    <textarea
      class="area"
      id="prompt"
      rows={2}
      dir="auto"
      value={value}
      onInput={(event) => onText(event.currentTarget.value)}
      onBlur={() => leave('prompt')}
      {...describedBy('prompt')}
    />
    <FieldProblem field="prompt" />
  </div>
);
