import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { warn } from '@/lib/base/log';
import type { Media } from '@/lib/flow/media';
import { sendCommand } from '@/lib/message/client';
import type { DataOf } from '@/lib/message/protocol';
import type { Composer } from './composer';
import type { Library } from './library';

/** Why the file of a clip cannot be had. */
export type NoFile = 'no-address' | 'expired' | 'unreadable';

/** The file of the chosen clip: where it is, or that a fresh url is asked for, or why not. */
export type FileState =
  | { readonly kind: 'there'; readonly address: string }
  | { readonly kind: 'asking'; readonly why: NoFile }
  | { readonly kind: 'none'; readonly why: NoFile };

export interface ClipFile {
  /** Where the file of the chosen clip is; undefined without a clip. */
  readonly state: ReadonlySignal<FileState | undefined>;
  /** Its url as it serves now; undefined while there is none. */
  readonly address: ReadonlySignal<string | undefined>;
  /** A video could not be read from that url: another one is asked for, once. */
  readonly refuse: (address: string) => void;
}

/** Finds the file of the chosen clip, and asks the background for a fresh url where none serves. */
export function createClipFile({ draft }: Composer, { clip }: Library): ClipFile {
  /** Urls that could not be read. */
  const refused = signal<ReadonlySet<string>>(new Set());
  /** What the background answered, by what was asked; undefined: there is none. */
  const answers = signal<ReadonlyMap<string, string | undefined>>(new Map());
  const asked = new Set<string>();
  /** Every list that the page loads brings new urls; a video that is open keeps the one it has. */
  const inUse = signal<{ readonly mediaId: string; readonly address: string } | undefined>(
    undefined,
  );

  function find(media: Media): FileState {
    const found = media.address;
    const why = whyNot(media, refused.value);
    if (why === undefined && found !== undefined) return { kind: 'there', address: found };
    const reason = why ?? 'no-address';
    if (!answers.value.has(questionOf(media))) return { kind: 'asking', why: reason };
    const address = answers.value.get(questionOf(media));
    return address === undefined || refused.value.has(address)
      ? { kind: 'none', why: reason }
      : { kind: 'there', address };
  }

  const state = computed<FileState | undefined>(() => {
    const media = clip.value;
    if (media?.kind !== 'video') return undefined;
    const used = inUse.value;
    return used?.mediaId === media.id && !refused.value.has(used.address)
      ? { kind: 'there', address: used.address }
      : find(media);
  });

  effect(() => {
    const [mediaId, file] = [clip.value?.id, state.value];
    if (mediaId === undefined || file?.kind !== 'there') return;
    const before = inUse.peek();
    if (before?.mediaId !== mediaId || before.address !== file.address)
      inUse.value = { mediaId, address: file.address };
  });

  effect(() => {
    const media = clip.value;
    const isNeeded = media?.frames === undefined || draft.value?.action === 'extend';
    if (!media || !isNeeded || state.value?.kind !== 'asking') return;
    const question = questionOf(media);
    if (asked.has(question)) return;
    asked.add(question);
    const isRefused = state.value.why === 'unreadable' && media.address !== undefined;
    void ask({ mediaId: media.id, ...(isRefused && { refused: media.address }) }, question);
  });

  async function ask(about: DataOf<'mediaAddress'>, question: string): Promise<void> {
    const answer = await sendCommand('mediaAddress', about).catch((error: unknown) => {
      warn('clip file', error);
      return undefined;
    });
    answers.value = new Map([
      ...answers.value,
      [question, answer?.ok ? answer.address : undefined],
    ]);
  }

  return {
    state,
    address: computed(() => (state.value?.kind === 'there' ? state.value.address : undefined)),
    refuse(address) {
      if (!refused.value.has(address)) refused.value = new Set([...refused.value, address]);
    },
  };
}

/** Whether the clip's signed url has run out. */
export const isExpired = (media: Media): boolean =>
  media.addressExpiresAt !== undefined && media.addressExpiresAt < Date.now();

/** One question for each clip and each url of it that did not serve. */
const questionOf = (media: Media): string => `${media.id} ${media.address ?? ''}`;

function whyNot(media: Media, refused: ReadonlySet<string>): NoFile | undefined {
  if (media.address === undefined) return 'no-address';
  if (isExpired(media)) return 'expired';
  return refused.has(media.address) ? 'unreadable' : undefined;
}
