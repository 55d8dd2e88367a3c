import { computed, signal } from '@preact/signals';
import type { Field, ViewProblem } from '@/lib/text/problem-words';
import { problems } from './draft-context';

const left = signal<ReadonlySet<Field>>(new Set());
const pressed = signal(false);

/** Problems the background found in a draft that looked good here. */
export const answered = signal<readonly ViewProblem[]>([]);

/** A clip of another project is said at once: it was chosen elsewhere, not left out here. */
const isLoud = ({ kind }: ViewProblem) => kind === 'other-project';

/** What is said: all once the button was pressed, before that only at fields that were left. */
export const said = computed<readonly ViewProblem[]>(() => {
  const here = problems.value.filter(
    (problem) => pressed.value || left.value.has(problem.field) || isLoud(problem),
  );
  return here.length > 0 ? here : answered.value;
});

/** The problem to say at a field, if any. */
export const problemAt = (field: Field): ViewProblem | undefined =>
  said.value.find((problem) => problem.field === field);

/** For a control that is not itself wrong: ties it to the sentence at its field. */
export const explainedBy = (field: Field) =>
  problemAt(field) ? { 'aria-describedby': `problem-${field}` } : {};

/** Attributes that tie a control to the sentence at its field. */
export const describedBy = (field: Field) =>
  problemAt(field) ? { 'aria-invalid': true as const, ...explainedBy(field) } : {};

/** The person left a field: from now on its problem is said. */
export function leave(field: Field): void {
  if (!left.value.has(field)) left.value = new Set([...left.value, field]);
}

/** The button was pressed with problems: say all of them and go to the first. */
export function explain(): void {
  pressed.value = true;
  const first = said.value[0];
  if (first) requestAnimationFrame(() => focusField(first.field));
}

/** As if nothing had been tried: after a success, or with another action. */
export function startOver(): void {
  left.value = new Set();
  pressed.value = false;
  answered.value = [];
}

function focusField(field: Field): void {
  const place = document.querySelector(`[data-field="${field}"]`);
  const control =
    place?.querySelector<HTMLElement>('[aria-invalid="true"]:not(fieldset)') ??
    place?.querySelector<HTMLElement>('input, textarea, button');
  control?.focus();
  place?.scrollIntoView({ block: 'nearest' });
}
