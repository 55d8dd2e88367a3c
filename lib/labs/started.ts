import * as z from 'zod/mini';
import { parseJson } from '@/lib/base/json';
import { lenient, name, readEntries, TEXT_AT_MOST, text } from '@/lib/base/lenient';
import { aspectFromWire } from '@/lib/flow/aspect';
import { readMediaId } from '@/lib/flow/media-id';
import { moveFromWire } from '@/lib/flow/moves';
import type { OperationState } from '@/lib/flow/operation-state';
import { PROMPT_MAX } from '@/lib/flow/request';
import type { PageAction, Started } from '@/lib/flow/started';

/** Flow's page starts one or four at a time; more than this in one call are not its own. */
const STARTED_AT_MOST = 16;
/** UTF-16 units of an operation's name and of a clip's id: several times what Flow has. */
const NAME_AT_MOST = 1000;

const prompt = z.string().check(z.minLength(1), z.maxLength(TEXT_AT_MOST));
const source = lenient(z.object({ mediaId: lenient(text) }));
const frame = lenient(z.int().check(z.gte(0), z.lte(1_000_000)));

const partsSchema = z.object({ parts: z.array(lenient(z.object({ text: lenient(prompt) }))) });

/** One request of a submit: fields of the recorded form, and of those that are reported beside it. */
const requestSchema = z.object({
  textInput: lenient(z.object({ prompt: lenient(prompt), structuredPrompt: lenient(partsSchema) })),
  videoModelKey: lenient(name),
  aspectRatio: lenient(text),
  seed: lenient(z.int().check(z.gte(0))),
  reshootMotionType: lenient(text),
  videoInput: lenient(
    z.object({ mediaId: lenient(text), startFrameIndex: frame, endFrameIndex: frame }),
  ),
  startImage: source,
  endImage: source,
  referenceImages: lenient(z.array(source)),
  metadata: lenient(z.object({ sceneId: lenient(text) })),
});

const bodySchema = z.object({
  clientContext: lenient(z.object({ projectId: lenient(z.guid()) })),
  mediaGenerationContext: lenient(z.object({ batchId: lenient(name) })),
  requests: z.optional(z.unknown()),
});

type Request = z.infer<typeof requestSchema>;

/**
 * What the page's own submit has started: each request with the operation of its sceneId, or of its
 * place where there are as many operations as requests. What Flow has not named cannot be followed.
 *
 * @param operations what the reply says
 */
export function parseStarted(
  url: string,
  body: string,
  operations: readonly OperationState[],
): Started[] {
  const parsed = bodySchema.safeParse(parseJson(body));
  if (!parsed.success) return [];
  const { clientContext, mediaGenerationContext } = parsed.data;
  const { entries, leftOut } = readEntries(
    parsed.data.requests,
    (entry) => requestSchema.safeParse(entry).data,
  );
  const isByPlace = leftOut === 0 && entries.length === operations.length;
  const action = startedAction(url);
  return entries.slice(0, STARTED_AT_MOST).flatMap((request, index): Started[] => {
    const { sceneId } = request.metadata ?? {};
    const own = operations.find((each) => sceneId !== undefined && each.sceneId === sceneId);
    const operation = own ?? (isByPlace ? operations[index] : undefined);
    const { name: named = '', mediaId = '' } = operation ?? {};
    if (named === '' || Math.max(named.length, mediaId.length) > NAME_AT_MOST) return [];
    const { projectId } = clientContext ?? {};
    const { batchId } = mediaGenerationContext ?? {};
    return [
      {
        action,
        operation: named,
        ...(mediaId !== '' && { mediaId }),
        ...(projectId !== undefined && { projectId }),
        ...(batchId !== undefined && { batchId }),
        ...detailsOf(request),
      },
    ];
  });
}

function detailsOf(request: Request) {
  const { textInput, videoModelKey, aspectRatio, seed, reshootMotionType, videoInput } = request;
  const { startFrameIndex: start, endFrameIndex: end } = videoInput ?? {};
  const aspect = aspectFromWire(aspectRatio);
  const move = moveFromWire(reshootMotionType);
  const said = promptOf(textInput);
  return {
    ...(said !== undefined && { prompt: said }),
    ...(videoModelKey !== undefined && { model: videoModelKey }),
    ...(aspect && { aspect }),
    ...(seed !== undefined && { seed }),
    ...(move && { move }),
    ...(start !== undefined && end !== undefined && { range: { start, end } }),
    sourceIds: sourcesOf(request),
  };
}

function promptOf(input: Request['textInput']): string | undefined {
  const parts = input?.structuredPrompt?.parts.flatMap((part) => part?.text ?? []) ?? [];
  const said = (input?.prompt ?? parts.join('')).slice(0, PROMPT_MAX);
  return said === '' ? undefined : said;
}

function sourcesOf({ videoInput, startImage, endImage, referenceImages = [] }: Request): string[] {
  const ids = [videoInput, startImage, endImage, ...referenceImages].map((each) => each?.mediaId);
  return ids.flatMap((id) => readMediaId(id ?? '')?.id ?? []).slice(0, STARTED_AT_MOST);
}

/** Ends of the addresses that start something; of the last three only the names are reported. */
const ACTIONS: readonly (readonly [RegExp, PageAction])[] = [
  [/ExtendVideo$/, 'extend'],
  [/ReshootVideo$/, 'reshoot'],
  [/UpsampleVideo$/, 'upscale'],
  [/ReferenceImages$/, 'references'],
  [/VideoText$/, 'text'],
  [/VideoStart(AndEnd)?Image$/, 'frames'],
  [/(EditVideo|ObjectInsertion|ObjectRemoval)$/, 'edit'],
];

/** What a call that starts something starts; `other` where its name is not known. */
export function startedAction(url: string): PageAction {
  const [path = ''] = url.split(/[?#]/, 1);
  return ACTIONS.find(([end]) => end.test(path))?.[1] ?? 'other';
}
