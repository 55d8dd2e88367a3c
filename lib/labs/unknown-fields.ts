/** Names of fields that replies were seen to have, one inside the other; below an empty one nothing is looked at. */
interface Fields {
  readonly [name: string]: Fields;
}

const MADE: Fields = {
  ...{ seed: {}, prompt: {}, model: {}, isLooped: {}, aspectRatio: {}, mediaGenerationId: {} },
  ...{ fifeUrl: {}, fifeUri: {}, mediaVisibility: {}, servingBaseUri: {} },
};
const ERROR: Fields = { code: {}, message: {}, status: {}, reason: {}, details: {} };
const MADE_BY: Fields = { '@type': {}, name: {}, video: MADE };

/** Captured in 2025, and reported of 2026. */
const KNOWN: Readonly<Record<'operations' | 'media', Fields>> = {
  operations: {
    operation: {
      name: {},
      status: {},
      done: {},
      metadata: MADE_BY,
      response: MADE_BY,
      error: ERROR,
    },
    ...{ sceneId: {}, status: {}, mediaGenerationId: {}, rawBytes: {}, error: ERROR },
    ...{ metadata: MADE_BY, video: MADE },
  },
  media: {
    ...{ name: {}, projectId: {}, workflowId: {}, workflowStepId: {} },
    mediaMetadata: {
      ...{ createTime: {}, mediaTitle: {}, requestData: {}, visibility: {} },
      mediaStatus: {
        ...{ mediaGenerationStatus: {}, error: ERROR, failureReason: {}, failureReasons: {} },
      },
    },
    video: {
      ...{ generatedVideo: MADE, dimensions: {}, operation: { name: {} } },
      ...{ fifeUri: {}, fifeUrl: {}, servingBaseUri: {} },
    },
    image: {
      ...{ generatedImage: {}, userUploadedImage: {}, dimensions: {}, operation: { name: {} } },
      ...{ fifeUri: {}, fifeUrl: {} },
    },
  },
};

/** Flow's names have this form; nothing else is kept, so that no content ever is. */
const NAME = /^[a-z@]\w{1,59}$/i;
/** New names of one reply: they say that Flow has changed. */
const AT_MOST = 20;

/**
 * Fields of a reply's entries that are not known here, by their place: `media.video.depth`. Their values
 * are not looked at.
 */
export function unknownFields(list: 'operations' | 'media', entries: unknown): string[] {
  const found = new Set<string>();
  for (const entry of Array.isArray(entries) ? entries : []) look(entry, KNOWN[list], list, found);
  return [...found].slice(0, AT_MOST);
}

function look(value: unknown, known: Fields, place: string, found: Set<string>): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  if (Object.keys(known).length === 0) return;
  for (const [name, inside] of Object.entries(value)) {
    const fields = Object.hasOwn(known, name) ? known[name] : undefined;
    if (fields) look(inside, fields, `${place}.${name}`, found);
    else if (NAME.test(name)) found.add(`${place}.${name}`);
  }
}
