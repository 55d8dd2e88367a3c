import type { GetDataType, GetReturnType } from '@webext-core/messaging';
import * as z from 'zod/mini';
import { consentSchema } from '@/lib/drafts/consent';
import { draftSchema } from '@/lib/drafts/draft';
import type { Question } from '@/lib/drafts/limits';
import { type Offer, offerSchema } from '@/lib/drafts/offer';
import type { Problem } from '@/lib/drafts/validate';
import { HOLD_REASONS } from '@/lib/jobs/hold';
import { isFlowFrame, isOwnPage, type Sender } from './sender';

/** One message: who may send it, what it says, and what it is answered with. */
export interface Message<Schema extends z.ZodMiniType, Answer> {
  readonly maySend: (sender: Sender) => boolean;
  readonly schema: Schema;
  /** A type only: it comes from the other end of our own program. */
  readonly answer?: Answer;
}

/** A command of one of the extension's own pages to the background. Pages of the web may send none. */
const command =
  <Answer = undefined>() =>
  <Schema extends z.ZodMiniType>(schema: Schema): Message<Schema, Answer> => ({
    maySend: isOwnPage,
    schema,
  });

/** What the content script in the top frame of a Flow page tells: facts to check, never commands. */
const report = <Schema extends z.ZodMiniType>(schema: Schema): Message<Schema, void> => ({
  maySend: isFlowFrame,
  schema,
});

const jobId = z.object({ jobId: z.guid() });
const jobIds = z.array(z.guid());
const tabId = z.object({ tabId: z.int() });

/** Why a command did nothing, beyond what is wrong with a draft. */
export type Refusal =
  | 'store-refused'
  | 'not-found'
  | 'gone-on'
  | 'no-session'
  | 'gone'
  | 'unreachable';

type Done<Value = unknown> =
  | ({ readonly ok: true } & Value)
  | { readonly ok: false; readonly refusal: Refusal };

type Sent =
  | { readonly ok: true; readonly jobs: number }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      readonly refusal?: Refusal;
      /** Nothing is wrong, but a limit is passed: send again with `allowed`. */
      readonly question?: Question;
      /** What it would be now: not what the button showed, so nothing was made. */
      readonly changed?: Offer;
    };

type Prepared =
  | { readonly ok: true }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly refusal?: Refusal };

type SentAgain =
  | Done<{ readonly jobs: number }>
  | { readonly ok: false; readonly refusal: 'limit'; readonly question: Question };

/** How many of them had ended, and were changed. */
interface Cleared {
  readonly jobs: number;
}

/** How many wait for a press in Flow now. */
interface GoneOn {
  readonly jobs: number;
}

/** How many jobs are gone, and how many stay. */
interface Deleted {
  readonly deleted: number;
  readonly kept: number;
}

/** What is answered pushes no state: views read that from the store. */
export const commands = {
  /** A view opened: look at balance and session again. */
  refresh: command()(tabId),
  /**
   * Make the jobs of a draft. The same `batchId` twice makes them once. `offer` is what the button
   * showed when it was pressed: nothing else is sent for it. `allowed` is what the user has just
   * said yes to.
   */
  send: command<Sent>()(
    z.object({
      tabId: z.int(),
      batchId: z.guid(),
      draft: draftSchema,
      offer: offerSchema,
      allowed: z.optional(consentSchema),
    }),
  ),
  /**
   * Keep a draft as a job that the user will start by a press in Flow itself. Nothing is sent; the same
   * `id` twice makes one.
   */
  prepare: command<Prepared>()(z.object({ tabId: z.int(), id: z.guid(), draft: draftSchema })),
  /** Do not send a job that is seen to wait. */
  cancel: command<Done>()(jobId),
  /** Watch a job no longer that is seen to run. */
  stop: command<Done>()(jobId),
  /** Give up on an unknown outcome. */
  forget: command<Done>()(jobId),
  /** Make new jobs of the same requests, with new sceneIds, after ends without a result. */
  again: command<SentAgain>()(z.object({ jobIds, allowed: z.optional(consentSchema) })),
  /** Take jobs that have ended off the list, the page's own too, or put them back. The records stay. */
  clear: command<Cleared>()(z.object({ jobIds: z.array(z.string()), isCleared: z.boolean() })),
  /** Mark a finished take as the one to keep, or take the mark off. */
  keep: command()(z.object({ jobId: z.guid(), isKept: z.boolean() })),
  /** Look again: a late job is followed once more, an unknown one is looked for in its project. */
  checkAgain: command()(jobId),
  /**
   * Save finished clips through the browser's downloads, in this order. Answered once they are asked
   * for; how each goes is in the store.
   */
  save: command<Done<{ readonly jobs: number }>>()(z.object({ jobIds })),
  /**
   * The same for clips and images of a project; what a job here has made is saved as its result. With
   * `skipsSaved` what was saved before is left out, and named in the answer; with `hasRecipe` a file
   * beside each says how it was made.
   */
  saveClips: command<Done<{ readonly jobs: number; readonly skipped: readonly string[] }>>()(
    z.object({
      mediaIds: z.array(z.string()),
      skipsSaved: z.optional(z.boolean()),
      hasRecipe: z.optional(z.boolean()),
    }),
  ),
  /** A URL of the finished clip that works, for a preview; not the one that did not serve. */
  resultUrl: command<Done<{ readonly url: string }>>()(
    z.object({ jobId: z.uuid(), refused: z.optional(z.string()) }),
  ),
  /** The same for a clip of a project. */
  mediaUrl: command<Done<{ readonly url: string }>>()(
    z.object({ mediaId: z.string(), refused: z.optional(z.string()) }),
  ),
  /** Length and size of a clip, read by a view from the file itself. */
  measured: command()(
    z.object({
      mediaId: z.string(),
      frames: z.int().check(z.gte(1)),
      width: z.int().check(z.gte(1)),
      height: z.int().check(z.gte(1)),
    }),
  ),
  /** Send nothing more until the user resumes. Running jobs are followed. */
  pause: command()(z.object({})),
  /**
   * Lift the hold that the user saw, once its time has passed; above a limit it is their yes to the
   * jobs that waited for it.
   */
  resume: command()(z.object({ reason: z.enum(HOLD_REASONS), jobIds })),
  /** Let waiting jobs of an account that has moved go on as jobs that wait for a press in Flow. */
  goOn: command<GoneOn>()(z.object({ jobIds })),
  reloadTab: command()(tabId),
  /** Delete the records of jobs that have ended. */
  deleteRecords: command<Deleted>()(z.object({})),
} as const;

/** UTF-16 units of a URL or of a header, several times what the service has. */
const LINE_AT_MOST = 8192;
/** UTF-16 units of a body: what the page's observer takes at most. */
const BODY_AT_MOST = 8_000_000;
/** The same of an answer of flow.google.com, which may hold a whole project. */
const BATCH_AT_MOST = 24_000_000;

const line = z.string().check(z.maxLength(LINE_AT_MOST));
const body = z.string().check(z.maxLength(BODY_AT_MOST));
/** Epoch ms that a date can hold. */
const moment = z.int().check(z.gte(0), z.lte(8_640_000_000_000_000));

/** Too long counts as not there: it loses itself, not what was told with it. */
const lenientText = (text: typeof line) => z.catch(z.optional(text), undefined);

/** Each within bounds. */
export const reports = {
  /** The bridge of a Flow page is there. */
  arrived: report(z.object({ openedAt: moment })),
  /** Text of the session URL, asked by the bridge. */
  session: report(z.object({ text: body })),
  /** One of the page's own calls, with its answer. Status 0: an answer that cannot be read. */
  call: report(
    z.object({
      url: line,
      authorization: lenientText(line),
      requestBody: lenientText(body),
      status: z.int().check(z.gte(0), z.lte(999)),
      body: z.string().check(z.maxLength(BATCH_AT_MOST)),
    }),
  ),
  /** The URLs of the video and of the image under the last right click. */
  pointed: report(z.object({ video: lenientText(line), image: lenientText(line) })),
} as const;

/**
 * The questions: session, the list of a project, that of the models; and, where no call of the background's
 * own can ask for them, the balance, one medium with its file, and how some stand.
 */
export type PageQuestion = (
  | { readonly about: 'session' }
  | { readonly about: 'project'; readonly projectId: string; readonly cursor: string | null }
  | { readonly about: 'models'; readonly projectId: string | undefined }
  | { readonly about: 'balance' }
  | { readonly about: 'media'; readonly mediaId: string }
  | { readonly about: 'status'; readonly mediaIds: readonly string[] }
) & {
  /** Ids that the page was seen using for its calls, by our names for them. */
  readonly callIds?: Readonly<Record<string, string>>;
};

/**
 * What the background asks the bridge in a Flow tab. Types alone: only the extension itself reaches the
 * `runtime.onMessage` of its content script, and a schema would bring its library into every page.
 */
interface Questions {
  /** The text of one of the page's own URLs; undefined when it cannot be had. */
  askPage(question: PageQuestion): string | undefined;
}

/** A table's entries as the channel wants them: functions from what is said to what is answered. */
type Calls<Table> = {
  [Name in keyof Table]: Table[Name] extends Message<infer Schema, infer Answer>
    ? (data: z.infer<Schema>) => Answer
    : never;
};

export type CommandName = keyof typeof commands;
export type ReportName = keyof typeof reports;

/** All that can be said, by its name. */
export interface Protocol extends Calls<typeof commands>, Calls<typeof reports>, Questions {}

/** What a message says. */
export type DataOf<Name extends keyof Protocol> = GetDataType<Protocol[Name]>;
/** What it is answered with. */
export type AnswerOf<Name extends keyof Protocol> = GetReturnType<Protocol[Name]>;
