import { effect, signal } from '@preact/signals';
import { i18n } from '#i18n';
import { newId } from '@/lib/base/ids';
import { warn } from '@/lib/base/log';
import { agreed } from '@/lib/job/consent';
import type { Draft } from '@/lib/job/draft';
import type { Question } from '@/lib/job/limits';
import type { Answers, Commands } from '@/lib/message/protocol';
import { sendCommand } from '@/lib/message/send';
import { priceWords } from '@/lib/text/format';
import { refusalWords } from '@/lib/text/refusal-words';
import { announce } from './announce';
import { draft } from './composer';
import { offer, problems } from './draft-context';
import { tab } from './library';
import { answered, explain, startOver } from './problems';
import { beginWithTakes } from './takes';

type Wish = Commands['send'];

/** What the button is doing. */
export type Sending =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  /** A limit is passed: the same wish goes out only after a yes. */
  | { readonly kind: 'asking'; readonly question: Question; readonly wish: Wish }
  | { readonly kind: 'sent'; readonly jobs: number }
  | { readonly kind: 'refused'; readonly sentence: string };

const SENT_MS = 1500;

/** Where the last press of the button stands. */
export const sending = signal<Sending>({ kind: 'idle' });

/** A wish whose answer never came: pressed again unchanged, it keeps its id and is made once. */
let unanswered: { readonly batchId: string; readonly draft: string } | undefined;

/** Sends the draft, or explains why it cannot go. One press makes its jobs once. */
export async function send(): Promise<void> {
  const wish = draft.value;
  const { kind } = sending.value;
  if (!wish || kind === 'sending' || kind === 'sent' || kind === 'asking') return;
  answered.value = [];
  sending.value = { kind: 'idle' };
  if (problems.value.length > 0 || !tab.value || !offer.value) return explain();
  const { tabId } = tab.value;
  await pass({ tabId, batchId: batchFor(wish), draft: wish, offer: offer.value });
}

/** The person's yes to a question: the same wish, with the sum that was named. */
export async function confirm(): Promise<void> {
  const asked = sending.value;
  if (asked.kind !== 'asking') return;
  sending.value = { kind: 'idle' };
  if (problems.value.length > 0) return explain();
  await pass({ ...asked.wish, allowed: agreed(asked.wish.allowed, asked.question) });
}

/** Back from a question: nothing is sent. */
export function dropQuestion(): void {
  if (sending.peek().kind === 'asking') sending.value = { kind: 'idle' };
}

// Another draft is another wish: what was asked about the one before no longer counts.
effect(() => {
  const now = draft.value;
  const asked = sending.peek();
  if (asked.kind === 'asking' && asked.wish.draft !== now) dropQuestion();
});

async function pass(wish: Wish): Promise<void> {
  sending.value = { kind: 'sending' };
  try {
    read(await sendCommand('send', wish), wish);
    unanswered = undefined;
  } catch (error) {
    warn('send', error);
    unanswered = { batchId: wish.batchId, draft: JSON.stringify(wish.draft) };
    refuse(i18n.t('refusal.unanswered'));
  }
}

function batchFor(wish: Draft): string {
  return unanswered?.draft === JSON.stringify(wish) ? unanswered.batchId : newId();
}

function read(answer: Answers['send'], wish: Wish): void {
  if (answer.ok) {
    succeed(answer.jobs);
  } else if (answer.refusal) {
    refuse(refusalWords(answer.refusal));
  } else if (answer.changed) {
    refuse(i18n.t('refusal.price', [priceWords(answer.changed.sum)]));
  } else if (answer.question) {
    ask(answer.question, wish);
  } else {
    sending.value = { kind: 'idle' };
    answered.value = answer.problems;
    explain();
  }
}

/** A draft that was changed while the answer was on its way is asked about when it is sent. */
function ask(question: Question, wish: Wish): void {
  const isSame = draft.value === wish.draft;
  sending.value = isSame ? { kind: 'asking', question, wish } : { kind: 'idle' };
}

function succeed(jobs: number): void {
  startOver();
  void beginWithTakes();
  sending.value = { kind: 'sent', jobs };
  announce(i18n.t('sent.announced', jobs));
  setTimeout(() => {
    sending.value = { kind: 'idle' };
  }, SENT_MS);
}

function refuse(sentence: string): void {
  sending.value = { kind: 'refused', sentence };
}
