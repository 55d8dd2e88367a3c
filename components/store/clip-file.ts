import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { warn } from '@/lib/base/log';
import type { Media } from '@/lib/flow/media';
import { sendCommand } from '@/lib/messaging/client';
import type { DataOf } from '@/lib/messaging/protocol';
import type { Composer } from './composer';
import type { Library } from './library';

/** Why the file of a clip cannot be had. */
export type NoFile = 'no-address' | 'expired' | 'unreadable';

/** The file of the chosen clip: where it is, or that a fresh url is asked for, or why not. */
export type FileState =
  | { readonly kind: 'there'; readonly url: string }
  | { readonly kind: 'asking'; readonly why: NoFile }
  | { readonly kind: 'none'; readonly why: NoFile };

export interface ClipFile {
  /** Where the file of the chosen clip is; undefined without a clip. */
  readonly state: ReadonlySignal<FileState | undefined>;
  /** Its url as it serves now; undefined while there is none. */
  readonly url: ReadonlySignal<string | undefined>;
  /** A video could not be read from that url: another one is asked for, once. */
  readonly refuse: (url: string) => void;
}

/** Finds the file of the chosen clip, and asks the background for a fresh url where none serves. */
export function createClipFile({ draft }: Composer, { clip }: Library): ClipFile {
  /** Urls that could not be read. */
  const refused = signal<ReadonlySet<string>>(new Set());
  /** What the background answered, by what was asked; undefined: there is none. */
  const answers = signal<ReadonlyMap<string, string | undefined>>(new Map());
  const asked = new Set<string>();
  /** Every list that the page loads brings new urls; a video that is open keeps the one it has. */
  const inUse = signal<{ readonly mediaId: string; readonly url: string } | undefined>(undefined);

  function find(media: Media): FileState {
    const found = media.url;
    const why = whyNot(media, refused.value);
    if (why === undefined && found !== undefined) return { kind: 'there', url: found };
    const reason = why ?? 'no-address';
    if (!answers.value.has(questionOf(media))) return { kind: 'asking', why: reason };
    const url = answers.value.get(questionOf(media));
    return url === undefined || refused.value.has(url)
      ? { kind: 'none', why: reason }
      : { kind: 'there', url };
  }

  const state = computed<FileState | undefined>(() => {
    const media = clip.value;
    if (media?.kind !== 'video') return undefined;
    const used = inUse.value;
    return used?.mediaId === media.id && !refused.value.has(used.url)
      ? { kind: 'there', url: used.url }
      : find(media);
  });

  effect(() => {
    const [mediaId, file] = [clip.value?.id, state.value];
    if (mediaId === undefined || file?.kind !== 'there') return;
    const before = inUse.peek();
    if (before?.mediaId !== mediaId || before.url !== file.url)
      inUse.value = { mediaId, url: file.url };
  });

  effect(() => {
    const media = clip.value;
    const isNeeded = media?.frames === undefined || draft.value?.action === 'extend';
    if (!media || !isNeeded || state.value?.kind !== 'asking') return;
    const question = questionOf(media);
    if (asked.has(question)) return;
    asked.add(question);
    const isRefused = state.value.why === 'unreadable' && media.url !== undefined;
    void ask({ mediaId: media.id, ...(isRefused && { refused: media.url }) }, question);
  });

  async function ask(about: DataOf<'mediaUrl'>, question: string): Promise<void> {
    const answer = await sendCommand('mediaUrl', about).catch((error: unknown) => {
      warn('clip file', error);
      return undefined;
    });
    answers.value = new Map([...answers.value, [question, answer?.ok ? answer.url : undefined]]);
  }

  return {
    state,
    url: computed(() => (state.value?.kind === 'there' ? state.value.url : undefined)),
    refuse(url) {
      if (!refused.value.has(url)) refused.value = new Set([...refused.value, url]);
    },
  };
}

/** Whether the clip's signed url has run out. */
export const isExpired = (media: Media): boolean =>
  media.urlExpiresAt !== undefined && media.urlExpiresAt < Date.now();

/** One question for each clip and each url of it that did not serve. */
const questionOf = (media: Media): string => `${media.id} ${media.url ?? ''}`;

function whyNot(media: Media, refused: ReadonlySet<string>): NoFile | undefined {
  if (media.url === undefined) return 'no-address';
  if (isExpired(media)) return 'expired';
  return refused.has(media.url) ? 'unreadable' : undefined;
}
