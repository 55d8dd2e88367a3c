import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { warn } from '@/lib/base/log';
import type { Job, JobIn } from '@/lib/jobs/job';
import { sendCommand } from '@/lib/messaging/client';
import type { AnswerOf } from '@/lib/messaging/protocol';
import { ask } from '@/lib/storage/ask';
import { resultFile } from '@/lib/storage/job-queries';
import { refusalText } from '@/lib/text/refusal-text';

/** Where a file can be had, or why it cannot, in a sentence. */
export type PlayableSource =
  | { readonly kind: 'reading' }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'none'; readonly sentence: string };

export interface SourceLookup {
  readonly found: ReadonlySignal<PlayableSource>;
  /** Looks again. */
  readonly retry: () => void;
  /** The file could not be played: a fresh URL is asked for, once. */
  readonly fail: () => void;
}

/** The file of a finished job: the one stored with it, else by a fresh URL of Flow. */
export const resolveResult = (job: JobIn<'done'>, refused?: string): Promise<PlayableSource> =>
  find(async () => {
    const stored = job.result.hasFile ? await storedUrl(job) : undefined;
    return stored === undefined
      ? sendCommand('resultUrl', { jobId: job.id, ...butNot(refused) })
      : { ok: true, url: stored };
  });

/** The file of a clip or an image of a project, by a fresh URL of Flow. */
export const resolveMedia = (mediaId: string, refused?: string): Promise<PlayableSource> =>
  find(() => sendCommand('mediaUrl', { mediaId, ...butNot(refused) }));

const butNot = (refused: string | undefined) => (refused === undefined ? {} : { refused });

async function find(look: () => Promise<AnswerOf<'resultUrl'>>): Promise<PlayableSource> {
  try {
    const answer = await look();
    return answer.ok
      ? { kind: 'url', url: answer.url }
      : { kind: 'none', sentence: refusalText(answer.refusal) };
  } catch (error) {
    warn('preview', error);
    return { kind: 'none', sentence: i18n.t('refusal.unanswered') };
  }
}

/**
 * A file as a view follows it. Its URL inside the page, if it has one, ends with the view.
 *
 * @param key what is looked for; undefined looks for nothing
 * @param look is told the URL that did not serve, if one was tried
 */
export function useMediaSource(
  key: string | undefined,
  look: (refused?: string) => Promise<PlayableSource>,
): SourceLookup {
  const found = useSignal<PlayableSource>({ kind: 'reading' });
  const round = useSignal(0);
  const refused = useSignal<{ key: string | undefined; url: string } | undefined>(undefined);
  useEffect(() => {
    let isGone = false;
    found.value = { kind: 'reading' };
    if (key === undefined) return;
    const before = refused.peek();
    const coming = look(before?.key === key ? before?.url : undefined);
    coming.then((next) => {
      if (!isGone) found.value = next;
    });
    return () => {
      isGone = true;
      coming.then(release);
    };
  }, [key, round.value]);
  return {
    found,
    retry: () => {
      refused.value = undefined;
      round.value += 1;
    },
    fail: () => {
      const { value } = found;
      if (refused.value?.key !== key && isSigned(value)) {
        refused.value = { key, url: value.url };
        round.value += 1;
      } else found.value = { kind: 'none', sentence: i18n.t('refusal.gone') };
    },
  };
}

const isSigned = (found: PlayableSource): found is Extract<PlayableSource, { kind: 'url' }> =>
  found.kind === 'url' && found.url.startsWith('https:');

function release(found: PlayableSource): void {
  if (found.kind === 'url' && found.url.startsWith('blob:')) URL.revokeObjectURL(found.url);
}

/** A URL inside this page for a result that is stored with its job; revoke it when done. */
async function storedUrl(job: Job): Promise<string | undefined> {
  const file = await ask((from) => resultFile(job.id, from));
  return file && URL.createObjectURL(file);
}
