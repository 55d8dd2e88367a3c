import * as z from 'zod/mini';
import { consentSchema } from '@/lib/job/consent';
import { draftSchema } from '@/lib/job/draft';
import { HOLD_REASONS } from '@/lib/job/hold';
import { offerSchema } from '@/lib/job/offer';

const jobId = z.object({ jobId: z.guid() });
const jobIds = z.array(z.guid());
const tabId = z.object({ tabId: z.int() });

/** Commands of the extension's own pages to the background. Pages of the web may send none. */
export const commandSchemas = {
  /** A view opened: look at balance and session again. */
  refresh: tabId,
  /**
   * Make the jobs of a draft. The same `batchId` twice makes them once. `offer` is what the button
   * showed when it was pressed: nothing else is sent for it. `allowed` is what the person has just
   * said yes to.
   */
  send: z.object({
    tabId: z.int(),
    batchId: z.guid(),
    draft: draftSchema,
    offer: offerSchema,
    allowed: z.optional(consentSchema),
  }),
  /** Do not send a job that is seen to wait. */
  cancel: jobId,
  /** Watch a job no longer that is seen to run. */
  stop: jobId,
  /** Give up on an unknown outcome. */
  forget: jobId,
  /** Make new jobs of the same requests, with new sceneIds, after ends without a result. */
  again: z.object({ jobIds, allowed: z.optional(consentSchema) }),
  /** Take jobs that have ended off the list, or put them back. The records stay. */
  clear: z.object({ jobIds, isCleared: z.boolean() }),
  /** Mark a finished take as the one to keep, or take the mark off. */
  keep: z.object({ jobId: z.guid(), isKept: z.boolean() }),
  /** Look again: a late job is followed once more, an unknown one is looked for in its project. */
  checkAgain: jobId,
  /** Save finished clips through the browser's downloads, in this order. */
  save: z.object({ jobIds }),
  /** An address of the finished clip that works, for a preview; not the one that did not serve. */
  address: z.object({ jobId: z.uuid(), refused: z.optional(z.string()) }),
  /** The same for a clip of a project. */
  mediaAddress: z.object({ mediaId: z.string(), refused: z.optional(z.string()) }),
  /** Length and size of a clip, read by a view from the file itself. */
  measured: z.object({
    mediaId: z.string(),
    frames: z.int().check(z.gte(1)),
    width: z.int().check(z.gte(1)),
    height: z.int().check(z.gte(1)),
  }),
  /** Send nothing more until the person resumes. Running jobs are followed. */
  pause: z.object({}),
  /**
   * Lift the hold that the person saw, once its time has passed; above a limit it is their yes to the
   * jobs that waited for it.
   */
  resume: z.object({ reason: z.enum(HOLD_REASONS), jobIds }),
  reloadTab: tabId,
  /** Delete the records of jobs that have ended. */
  deleteRecords: z.object({}),
} as const;

/** UTF-16 units of an address or of a header, several times what the service has. */
const LINE_AT_MOST = 8192;
/** UTF-16 units of a body: what the page's observer takes at most. */
const BODY_AT_MOST = 8_000_000;

const line = z.string().check(z.maxLength(LINE_AT_MOST));
const body = z.string().check(z.maxLength(BODY_AT_MOST));
/** Epoch ms that a date can hold. */
const moment = z.int().check(z.gte(0), z.lte(8_640_000_000_000_000));

/** Too long counts as not there: it loses itself, not what was told with it. */
const perhaps = (text: typeof line) => z.catch(z.optional(text), undefined);

/** What a content script may tell: facts to check, never commands. Each within bounds. */
export const reportSchemas = {
  /** The bridge of a Flow page is there. */
  arrived: z.object({ openedAt: moment }),
  /** Text of the session address, asked by the bridge. */
  session: z.object({ text: body }),
  /** One of the page's own calls, with its answer. Status 0: an answer that cannot be read. */
  call: z.object({
    url: line,
    authorization: perhaps(line),
    requestBody: perhaps(body),
    status: z.int().check(z.gte(0), z.lte(999)),
    body,
  }),
  /** The addresses of the video and of the image under the last right click. */
  pointed: z.object({ video: perhaps(line), image: perhaps(line) }),
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
  | { readonly about: 'project'; readonly projectId: string; readonly cursor: string | null }
  | { readonly about: 'models'; readonly projectId: string | undefined };
