import { computed, effect, signal } from '@preact/signals';
import { warn } from '@/lib/base/log';
import type { Media } from '@/lib/flow/media';
import type { Commands } from '@/lib/message/protocol';
import { sendCommand } from '@/lib/message/send';
import { draft } from './composer';
import { clip } from './library';

/** Why the file of a clip cannot be had. */
export type NoFile = 'no-address' | 'expired' | 'unreadable';

/** The file of the chosen clip: where it is, or that a fresh address is asked for, or why not. */
export type ClipFile =
  | { readonly kind: 'there'; readonly address: string }
  | { readonly kind: 'asking'; readonly why: NoFile }
  | { readonly kind: 'none'; readonly why: NoFile };

/** Addresses that could not be read. */
const refused = signal<ReadonlySet<string>>(new Set());
/** What the background answered, by what was asked; undefined: there is none. */
const answers = signal<ReadonlyMap<string, string | undefined>>(new Map());
const asked = new Set<string>();

/** One question for each clip and each address of it that did not serve. */
const questionOf = (media: Media): string => `${media.id} ${media.address ?? ''}`;

/** Whether the clip's signed address has run out. */
export const isExpired = (media: Media): boolean =>
  media.addressExpiresAt !== undefined && media.addressExpiresAt < Date.now();

function whyNot(media: Media): NoFile | undefined {
  if (media.address === undefined) return 'no-address';
  if (isExpired(media)) return 'expired';
  return refused.value.has(media.address) ? 'unreadable' : undefined;
}

/** Every list that the page loads brings new addresses; a video that is open keeps the one it has. */
const inUse = signal<{ readonly mediaId: string; readonly address: string } | undefined>(undefined);

/** Where the file of the chosen clip is; undefined without a clip. */
export const clipFile = computed<ClipFile | undefined>(() => {
  const media = clip.value;
  if (media?.kind !== 'video') return undefined;
  const used = inUse.value;
  return used?.mediaId === media.id && !refused.value.has(used.address)
    ? { kind: 'there', address: used.address }
    : find(media);
});

effect(() => {
  const [mediaId, file] = [clip.value?.id, clipFile.value];
  if (mediaId === undefined || file?.kind !== 'there') return;
  const before = inUse.peek();
  if (before?.mediaId !== mediaId || before.address !== file.address)
    inUse.value = { mediaId, address: file.address };
});

function find(media: Media): ClipFile {
  const why = whyNot(media);
  if (why === undefined) return { kind: 'there', address: media.address ?? '' };
  if (!answers.value.has(questionOf(media))) return { kind: 'asking', why };
  const address = answers.value.get(questionOf(media));
  return address === undefined || refused.value.has(address)
    ? { kind: 'none', why }
    : { kind: 'there', address };
}

/** Its address as it serves now; undefined while there is none. */
export const clipAddress = computed(() =>
  clipFile.value?.kind === 'there' ? clipFile.value.address : undefined,
);

/** A video could not be read from that address: another one is asked for, once. */
export function refuseAddress(address: string): void {
  if (!refused.value.has(address)) refused.value = new Set([...refused.value, address]);
}

effect(() => {
  const media = clip.value;
  const isNeeded = media?.frames === undefined || draft.value?.action === 'extend';
  if (!media || !isNeeded || clipFile.value?.kind !== 'asking') return;
  const question = questionOf(media);
  if (asked.has(question)) return;
  asked.add(question);
  const isRefused = clipFile.value.why === 'unreadable' && media.address !== undefined;
  void ask({ mediaId: media.id, ...(isRefused && { refused: media.address }) }, question);
});

async function ask(about: Commands['mediaAddress'], question: string): Promise<void> {
  const answer = await sendCommand('mediaAddress', about).catch((error: unknown) => {
    warn('clip file', error);
    return undefined;
  });
  answers.value = new Map([...answers.value, [question, answer?.ok ? answer.address : undefined]]);
}
