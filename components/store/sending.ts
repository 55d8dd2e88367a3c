import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import { newId } from '@/lib/base/ids';
import { warn } from '@/lib/base/log';
import { agreed } from '@/lib/drafts/consent';
import type { Draft } from '@/lib/drafts/draft';
import type { Question } from '@/lib/drafts/limits';
import { sendCommand } from '@/lib/messaging/client';
import type { AnswerOf, DataOf } from '@/lib/messaging/protocol';
import { priceText } from '@/lib/text/format';
import { refusalText } from '@/lib/text/refusal-text';
import type { Announcer } from './announcer';
import type { Composer } from './composer';
import type { Focus } from './focus';
import type { Library } from './library';
import type { Validation } from './validation';

type Send = DataOf<'send'>;

/** What the button is doing. */
export type SendingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  /** A limit is passed: the same draft goes out only after a yes. */
  | { readonly kind: 'asking'; readonly question: Question; readonly command: Send }
  | { readonly kind: 'sent'; readonly jobs: number }
  | { readonly kind: 'refused'; readonly sentence: string };

const SENT_MS = 1500;

export interface Sending {
  /** Where the last press of the button stands. */
  readonly state: ReadonlySignal<SendingState>;
  /** Sends the draft, or explains why it cannot go. One press makes its jobs once. */
  readonly send: () => Promise<void>;
  /** A yes to the question: the same draft, with the sum that was named. */
  readonly confirm: () => Promise<void>;
  /** Back from the question, with the focus on the button: nothing is sent. */
  readonly goBack: () => void;
}

/** The way of the draft to the background, and what came of it. */
export function createSending(
  { draft, beginWithTakes }: Composer,
  { tab }: Library,
  { problems, offer, answered, explain, startOver }: Validation,
  { announce }: Announcer,
  focus: Focus,
): Sending {
  const state = signal<SendingState>({ kind: 'idle' });

  /** A batch whose answer never came: pressed again unchanged, it keeps its id and is made once. */
  let unanswered: { readonly batchId: string; readonly draft: string } | undefined;

  async function send(): Promise<void> {
    const now = draft.value;
    const { kind } = state.value;
    if (!now || kind === 'sending' || kind === 'sent' || kind === 'asking') return;
    answered.value = [];
    state.value = { kind: 'idle' };
    if (problems.value.length > 0 || !tab.value || !offer.value) return explain();
    const { tabId } = tab.value;
    await pass({ tabId, batchId: batchFor(now), draft: now, offer: offer.value });
  }

  async function confirm(): Promise<void> {
    const asked = state.value;
    if (asked.kind !== 'asking') return;
    state.value = { kind: 'idle' };
    if (problems.value.length > 0) return explain();
    await pass({ ...asked.command, allowed: agreed(asked.command.allowed, asked.question) });
  }

  function dropQuestion(): void {
    if (state.peek().kind === 'asking') state.value = { kind: 'idle' };
  }

  // Another draft is another batch: what was asked about the one before no longer counts.
  effect(() => {
    const now = draft.value;
    const asked = state.peek();
    if (asked.kind === 'asking' && asked.command.draft !== now) dropQuestion();
  });

  async function pass(command: Send): Promise<void> {
    state.value = { kind: 'sending' };
    try {
      read(await sendCommand('send', command), command);
      unanswered = undefined;
    } catch (error) {
      warn('send', error);
      unanswered = { batchId: command.batchId, draft: JSON.stringify(command.draft) };
      refuse(i18n.t('refusal.unanswered'));
    }
  }

  const batchFor = (now: Draft): string =>
    unanswered?.draft === JSON.stringify(now) ? unanswered.batchId : newId();

  function read(answer: AnswerOf<'send'>, command: Send): void {
    if (answer.ok) {
      succeed(answer.jobs);
    } else if (answer.refusal) {
      refuse(refusalText(answer.refusal));
    } else if (answer.changed) {
      refuse(i18n.t('refusal.price', [priceText(answer.changed.sum)]));
    } else if (answer.question) {
      ask(answer.question, command);
    } else {
      state.value = { kind: 'idle' };
      answered.value = answer.problems;
      explain();
    }
  }

  /** A draft that was changed while the answer was on its way is asked about when it is sent. */
  function ask(question: Question, command: Send): void {
    const isSame = draft.value === command.draft;
    state.value = isSame ? { kind: 'asking', question, command } : { kind: 'idle' };
  }

  function succeed(jobs: number): void {
    startOver();
    void beginWithTakes();
    state.value = { kind: 'sent', jobs };
    announce(i18n.t('sent.announced', jobs));
    setTimeout(() => {
      state.value = { kind: 'idle' };
    }, SENT_MS);
  }

  function refuse(sentence: string): void {
    state.value = { kind: 'refused', sentence };
  }

  return {
    state,
    send,
    confirm,
    goBack() {
      dropQuestion();
      focus.on('send');
    },
  };
}
