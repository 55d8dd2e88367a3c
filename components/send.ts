import { signal } from '@preact/signals';
import { i18n } from '#i18n';
import { newId } from '@/lib/base/ids';
import { warn } from '@/lib/base/log';
import type { Draft } from '@/lib/job/draft';
import type { Answers } from '@/lib/message/answers';
import { sendCommand } from '@/lib/message/send';
import { announce } from './announce';
import { draft } from './composer';
import { tab } from './library';
import { problems } from './place';
import { answered, explain, startOver } from './problems';
import { refusalWords } from './refusal-words';

/** What the button is doing. */
export type Sending =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
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
  if (!wish || kind === 'sending' || kind === 'sent') return;
  answered.value = [];
  sending.value = { kind: 'idle' };
  if (problems.value.length > 0 || !tab.value) {
    explain();
    return;
  }
  sending.value = { kind: 'sending' };
  const batchId = batchFor(wish);
  try {
    read(await sendCommand('send', { tabId: tab.value.tabId, batchId, draft: wish }));
    unanswered = undefined;
  } catch (error) {
    warn('send', error);
    unanswered = { batchId, draft: JSON.stringify(wish) };
    refuse(i18n.t('refusal.unanswered'));
  }
}

function batchFor(wish: Draft): string {
  return unanswered?.draft === JSON.stringify(wish) ? unanswered.batchId : newId();
}

function read(answer: Answers['send']): void {
  if (answer.ok) {
    succeed(answer.jobs);
  } else if (answer.refusal) {
    refuse(refusalWords(answer.refusal));
  } else {
    sending.value = { kind: 'idle' };
    answered.value = answer.problems;
    explain();
  }
}

function succeed(jobs: number): void {
  startOver();
  sending.value = { kind: 'sent', jobs };
  announce(i18n.t('sent.announced', jobs));
  setTimeout(() => {
    sending.value = { kind: 'idle' };
  }, SENT_MS);
}

function refuse(sentence: string): void {
  sending.value = { kind: 'refused', sentence };
}
