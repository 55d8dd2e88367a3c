import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { warn } from '@/lib/base/log';
import type { JobIn } from '@/lib/job/job';
import { sendCommand } from '@/lib/message/client';
import type { AnswerOf } from '@/lib/message/protocol';
import { refusalWords } from '@/lib/text/refusal-words';
import { storedAddress } from './stored-file';

/** Where a file can be had, or why it cannot, in a sentence. */
export type Found =
  | { readonly kind: 'reading' }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'none'; readonly sentence: string };

export interface Finding {
  readonly found: ReadonlySignal<Found>;
  /** Looks again. */
  readonly retry: () => void;
  /** The file could not be played: a fresh address is asked for, once. */
  readonly fail: () => void;
}

/** The file of a finished job: the one stored with it, else by a fresh address of Flow. */
export const findResult = (job: JobIn<'done'>, refused?: string): Promise<Found> =>
  find(async () => {
    const stored = job.result.hasFile ? await storedAddress(job) : undefined;
    return stored === undefined
      ? sendCommand('address', { jobId: job.id, ...butNot(refused) })
      : { ok: true, address: stored };
  });

/** The file of a clip or an image of a project, by a fresh address of Flow. */
export const findMedia = (mediaId: string, refused?: string): Promise<Found> =>
  find(() => sendCommand('mediaAddress', { mediaId, ...butNot(refused) }));

const butNot = (refused: string | undefined) => (refused === undefined ? {} : { refused });

async function find(look: () => Promise<AnswerOf<'address'>>): Promise<Found> {
  try {
    const answer = await look();
    return answer.ok
      ? { kind: 'address', address: answer.address }
      : { kind: 'none', sentence: refusalWords(answer.refusal) };
  } catch (error) {
    warn('preview', error);
    return { kind: 'none', sentence: i18n.t('refusal.unanswered') };
  }
}

/**
 * A file as a view follows it. Its address inside the page, if it has one, ends with the view.
 *
 * @param key what is looked for; undefined looks for nothing
 * @param look is told the address that did not serve, if one was tried
 */
export function useFound(
  key: string | undefined,
  look: (refused?: string) => Promise<Found>,
): Finding {
  const found = useSignal<Found>({ kind: 'reading' });
  const round = useSignal(0);
  const refused = useSignal<{ key: string | undefined; address: string } | undefined>(undefined);
  useEffect(() => {
    let isGone = false;
    found.value = { kind: 'reading' };
    if (key === undefined) return;
    const before = refused.peek();
    const coming = look(before?.key === key ? before?.address : undefined);
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
        refused.value = { key, address: value.address };
        round.value += 1;
      } else found.value = { kind: 'none', sentence: i18n.t('refusal.gone') };
    },
  };
}

const isSigned = (found: Found): found is Extract<Found, { kind: 'address' }> =>
  found.kind === 'address' && found.address.startsWith('https:');

function release(found: Found): void {
  if (found.kind === 'address' && found.address.startsWith('blob:'))
    URL.revokeObjectURL(found.address);
}
