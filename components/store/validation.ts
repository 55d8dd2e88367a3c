import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { draftOffer } from '@/lib/drafts/offer';
import { prepareDraft, preparedPrice } from '@/lib/drafts/prepare';
import { validate } from '@/lib/drafts/validate';
import { isAskedByPage } from '@/lib/flow/capabilities';
import { FRAMES_PER_SECOND } from '@/lib/flow/media';
import type { Field, ViewProblem } from '@/lib/text/problem-text';
import { parseTimecode } from '@/lib/video/timecode';
import type { Composer } from './composer';
import type { Library } from './library';
import type { LiveItems } from './live-items';
import { parseWhole, type Typed, type TypedField } from './typed';

export type Validation = ReturnType<typeof createValidation>;

/** What keeps the draft from being sent, what of it is said where, and what the draft costs. */
export function createValidation(
  { draft }: Composer,
  { known, tab }: Library,
  { learnedModels }: LiveItems,
  typed: Typed,
  isFlowOnly: ReadonlySignal<boolean>,
) {
  const media = (id: string) => known.value.get(id);
  const left = signal<ReadonlySet<Field>>(new Set());
  const isPressed = signal(false);
  const answered = signal<readonly ViewProblem[]>([]);

  /** On flow.google.com the user presses Generate in Flow itself. */
  const isPrepared = computed(() => (tab.value ? isAskedByPage(tab.value.site) : false));

  const problems = computed<ViewProblem[]>(() => {
    if (!draft.value) return [];
    const context = { tab: tab.value, isFlowOnly: isFlowOnly.value, media };
    if (isPrepared.value) {
      const prepared = prepareDraft(draft.value, context);
      return prepared.ok ? [] : prepared.failure;
    }
    const ready = validate(draft.value, context);
    const isExtend = draft.value.action === 'extend';
    const found = [...(ready.ok ? [] : ready.failure), ...unreadOf(typed.texts.value, isExtend)];
    const noClip = found.some(({ field }) => field === 'clip');
    return noClip ? found.filter(({ kind }) => kind !== 'length-unknown') : found;
  });

  const offer = computed(() =>
    draft.value && learnedModels.value
      ? draftOffer(draft.value, tab.value?.tier, media, learnedModels.value)
      : undefined,
  );

  const said = computed<readonly ViewProblem[]>(() => {
    const here = problems.value.filter(
      (problem) => isPressed.value || left.value.has(problem.field) || isLoud(problem),
    );
    return here.length > 0 ? here : answered.value;
  });

  const problemAt = (field: Field) => said.value.find((problem) => problem.field === field);

  const explainedBy = (field: Field) =>
    problemAt(field) ? { 'aria-describedby': `problem-${field}` } : {};

  return {
    /** Everything that keeps the draft from being sent. */
    problems,
    /** What the button offers for the draft as it stands. */
    offer,
    /** The price of the draft as it stands; undefined is unknown, never 0. */
    price: computed(() =>
      isPrepared.value && draft.value && learnedModels.value
        ? preparedPrice(draft.value, tab.value?.tier, learnedModels.value)
        : offer.value?.sum,
    ),
    /** Problems the background found in a draft that looked good here. */
    answered,
    /** The problem to say at a field: all once the button was pressed, before that at fields left. */
    problemAt,
    /** For a control that is not itself wrong: ties it to the sentence at its field. */
    explainedBy,
    /** Attributes that tie a control to the sentence at its field. */
    describedBy: (field: Field) =>
      problemAt(field) ? { 'aria-invalid': true as const, ...explainedBy(field) } : {},
    /** A field was left: from now on its problem is said. */
    leave(field: Field): void {
      if (!left.value.has(field)) left.value = new Set([...left.value, field]);
    },
    /** The button was pressed with problems: says all of them and goes to the first. */
    explain(): void {
      isPressed.value = true;
      const first = said.value[0];
      if (first) requestAnimationFrame(() => focusField(first.field));
    },
    /** As if nothing had been tried: after a success, or with another action. */
    startOver(): void {
      left.value = new Set();
      isPressed.value = false;
      answered.value = [];
    },
  };
}

/** A clip of another project is said at once: it was chosen elsewhere, not left out here. */
const isLoud = ({ kind }: ViewProblem) => kind === 'other-project';

/** Fields whose text is no number. */
function unreadOf(
  { start, startTimecode, end, endTimecode, seed }: Partial<Record<TypedField, string>>,
  isExtend: boolean,
): ViewProblem[] {
  const isBad = (text: string | undefined, parse: (text: string) => number | undefined) =>
    text !== undefined && parse(text) === undefined;
  const readTimecode = (text: string) => parseTimecode(text, FRAMES_PER_SECOND);
  const found: ViewProblem[] = [];
  if (isExtend) {
    if (isBad(start, parseWhole) || isBad(end, parseWhole))
      found.push({ field: 'range', kind: 'range-unread' });
    else if (isBad(startTimecode, readTimecode) || isBad(endTimecode, readTimecode))
      found.push({ field: 'range', kind: 'timecode-unread' });
  }
  if (isBad(seed, parseWhole)) found.push({ field: 'seed', kind: 'seed-unread' });
  return found;
}

function focusField(field: Field): void {
  const context = document.querySelector(`[data-field="${field}"]`);
  const control =
    context?.querySelector<HTMLElement>('[aria-invalid="true"]:not(fieldset)') ??
    context?.querySelector<HTMLElement>('input, textarea, button');
  control?.focus();
  context?.scrollIntoView({ block: 'nearest' });
}
