import * as z from 'zod/mini';
import { draftSchema } from '@/lib/job/draft';

const jobId = z.object({ jobId: z.uuid() });
const jobIds = z.array(z.uuid());
const tabId = z.object({ tabId: z.int() });

/** Commands of the extension's own pages to the background. Pages of the web may send none. */
export const commandSchemas = {
  /** A view opened: look at balance and session again. */
  refresh: tabId,
  /** Make the jobs of a draft. The same `batchId` twice makes them once. */
  /** `allowed` is the sum in credits that the person has just said yes to. */
  send: z.object({
    tabId: z.int(),
    batchId: z.uuid(),
    draft: draftSchema,
    allowed: z.optional(z.number()),
  }),
  cancel: jobId,
  /** Give up on an unknown outcome. */
  forget: jobId,
  /** Make new jobs of the same requests, with new sceneIds, after ends without a result. */
  again: z.object({ jobIds, allowed: z.optional(z.number()) }),
  /** Take jobs that have ended off the list, or put them back. The records stay. */
  clear: z.object({ jobIds, isCleared: z.boolean() }),
  /** Mark a finished take as the one to keep, or take the mark off. */
  keep: z.object({ jobId: z.uuid(), isKept: z.boolean() }),
  /** Look again: a late job is followed once more, an unknown one is looked for in its project. */
  checkAgain: jobId,
  /** Save the finished clip through the browser's downloads. */
  download: jobId,
  /** A fresh address of the finished clip, for a preview. */
  address: jobId,
  /** A fresh address of a clip of a project, for a comparison. */
  mediaAddress: z.object({ mediaId: z.string() }),
  /** Length and size of a clip, read by a view from the file itself. */
  measured: z.object({
    mediaId: z.string(),
    frames: z.int().check(z.gte(1)),
    width: z.int().check(z.gte(1)),
    height: z.int().check(z.gte(1)),
  }),
  /** Send nothing more until the person resumes. Running jobs are followed. */
  pause: z.object({}),
  /** Lift a hold whose time has passed; above a limit it is the person's yes. */
  resume: z.object({}),
  reloadTab: tabId,
  /** Delete the records of jobs that have ended. */
  deleteRecords: z.object({}),
} as const;

/** What a content script may tell: facts to check, never commands. */
export const reportSchemas = {
  /** The bridge of a Flow page is there. */
  arrived: z.object({ openedAt: z.int() }),
  /** Text of the session address, asked by the bridge. */
  session: z.object({ text: z.string() }),
  /** One of the page's own calls, with its answer. */
  call: z.object({
    url: z.string(),
    method: z.string(),
    authorization: z.optional(z.string()),
    requestBody: z.optional(z.string()),
    status: z.int(),
    body: z.string(),
  }),
  /** The addresses of the video and of the image under the last right click. */
  pointed: z.object({ video: z.optional(z.string()), image: z.optional(z.string()) }),
} as const;

export type Commands = {
  [Name in keyof typeof commandSchemas]: z.infer<(typeof commandSchemas)[Name]>;
};
export type Reports = {
  [Name in keyof typeof reportSchemas]: z.infer<(typeof reportSchemas)[Name]>;
};

/** What the background may ask the bridge in a Flow tab. */
export type PageQuestion =
  | { readonly about: 'session' }
  | { readonly about: 'project'; readonly projectId: string; readonly cursor: string | null };
