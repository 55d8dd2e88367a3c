import { type ReadonlySignal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import { newId } from '@/lib/base/ids';
import { warn } from '@/lib/base/log';
import { goTo } from '@/lib/browser/tabs';
import type { Draft } from '@/lib/drafts/draft';
import { sendCommand } from '@/lib/messaging/client';
import { clipPage } from '@/lib/sites/links';
import { refusalText } from '@/lib/text/refusal-text';
import type { Announcer } from './announcer';
import type { Composer } from './composer';
import type { Library } from './library';
import type { Navigation } from './navigation';
import type { Validation } from './validation';

/** What the button is doing that opens Flow. */
export type PreparingState =
  | { readonly kind: 'idle' | 'opening' }
  | { readonly kind: 'refused'; readonly sentence: string };

export interface Preparing {
  readonly state: ReadonlySignal<PreparingState>;
  /** Keeps the draft as a job that waits for a press in Flow, and opens its place there. */
  readonly open: () => Promise<void>;
}

/** The way of a draft to the user's own press in Flow. Nothing is sent. */
export function createPreparing(
  { draft }: Composer,
  { tab, known }: Library,
  { problems, answered, explain, startOver }: Validation,
  { announce }: Announcer,
  navigation: Navigation,
): Preparing {
  const state = signal<PreparingState>({ kind: 'idle' });
  /** Kept while its answer never came: pressed again unchanged, it is made once. */
  let unanswered: { readonly id: string; readonly draft: Draft } | undefined;

  async function open(): Promise<void> {
    const [now, where] = [draft.value, tab.value];
    if (!now || state.value.kind === 'opening') return;
    answered.value = [];
    if (problems.value.length > 0 || !where) return explain();
    state.value = { kind: 'opening' };
    // At once: the browser takes it only from the press itself.
    const isCopied = copyPrompt(promptOf(now));
    const id = unanswered?.draft === now ? unanswered.id : newId();
    try {
      const answer = await sendCommand('prepare', { tabId: where.tabId, id, draft: now });
      unanswered = undefined;
      if (!answer.ok) return refuse(answer.refusal && refusalText(answer.refusal), answer.problems);
      startOver();
      announce(i18n.t((await isCopied) ? 'prepare.openedCopied' : 'prepare.opened'));
      navigation.showJobs();
      const { projectId } = where;
      if (projectId !== undefined)
        await goTo(where.tabId, clipPage(where.site, projectId, workflowOf(now)));
      state.value = { kind: 'idle' };
    } catch (error) {
      warn('prepare', error);
      unanswered = { id, draft: now };
      refuse(i18n.t('refusal.unanswered'));
    }
  }

  const workflowOf = ({ action, clipId }: Draft): string | undefined =>
    action === 'references' || clipId === undefined
      ? undefined
      : known.value.get(clipId)?.workflowId;

  function refuse(sentence: string | undefined, found: (typeof answered)['value'] = []): void {
    state.value = sentence === undefined ? { kind: 'idle' } : { kind: 'refused', sentence };
    if (sentence !== undefined) return;
    answered.value = found;
    explain();
  }

  return { state, open };
}

const promptOf = ({ action, extendPrompt, referencesPrompt }: Draft): string =>
  action === 'extend'
    ? extendPrompt.trim()
    : action === 'references'
      ? referencesPrompt.trim()
      : '';

/** Whether the words are in the clipboard; without any it is left alone. */
export async function copyPrompt(prompt: string): Promise<boolean> {
  if (prompt === '') return false;
  try {
    await navigator.clipboard.writeText(prompt);
    return true;
  } catch (error) {
    warn('clipboard', error);
    return false;
  }
}
