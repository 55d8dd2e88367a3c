import * as z from 'zod/mini';
import { draftSchema, EMPTY_DRAFT, TAKES_MAX } from '@/lib/drafts/draft';
import { NOTHING_RECENT, recentSchema } from '@/lib/drafts/recent';
import { learnedModelsSchema, NOTHING_LEARNED } from '@/lib/flow/models';
import { SITES } from '@/lib/flow/site';
import { tierSchema } from '@/lib/flow/tier';
import { holdSchema } from '@/lib/jobs/hold';
import { NO_STREAK, streakSchema } from '@/lib/jobs/streak';
import { defineItem } from './item';

const choicesSchema = z.object({
  /** Seconds between two submits. */
  gapSeconds: z.number().check(z.gte(1), z.lte(600)),
  /** How many jobs may run at Flow at the same time. */
  atOnce: z.int().check(z.gte(1), z.lte(8)),
  /** Credits a batch may cost without a second question; absent: no limit. */
  batchLimit: z.optional(z.int().check(z.gte(1))),
  /** Credits a day may cost without a second question; absent: no limit. */
  dayLimit: z.optional(z.int().check(z.gte(1))),
  /** Absent: as the system has it. */
  theme: z.optional(z.enum(['light', 'dark'])),
  /** The number of running jobs on the toolbar icon; on unless false. */
  showsCount: z.optional(z.boolean()),
  /** Camera tiles move on hover and focus; on unless false. */
  playsTiles: z.optional(z.boolean()),
  /** Takes that a new job begins with; absent: as many as the last one had. */
  takes: z.optional(z.int().check(z.gte(1), z.lte(TAKES_MAX))),
  /** How saved clips are named; see `lib/files/name-template.ts`. */
  nameTemplate: z.optional(z.string()),
  /** Save every result by itself; off unless true. */
  savesResults: z.optional(z.boolean()),
  /** What the library saves has its recipe beside it; off unless true. */
  savesRecipes: z.optional(z.boolean()),
  /** Which ends are told by a notification; each on unless false. */
  tellsDone: z.optional(z.boolean()),
  tellsNeeds: z.optional(z.boolean()),
  tellsFailed: z.optional(z.boolean()),
});

/** Up to version 0.3.0 the limit of a batch was stored as that of a wish. */
const withBatchLimit = ({ wishLimit, ...stored }: Record<string, unknown>) =>
  wishLimit === undefined ? stored : { batchLimit: wishLimit, ...stored };

/** All choices of the settings page. What is absent is as it is out of the box. */
export const settingsSchema = z.pipe(
  z.pipe(z.record(z.string(), z.unknown()), z.transform(withBatchLimit)),
  choicesSchema,
);

export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = { gapSeconds: 10, atOnce: 4 };

/** One open Flow tab, without anything secret: this is what views may see. */
export const liveTabSchema = z.object({
  tabId: z.int(),
  site: z.enum(SITES),
  projectId: z.optional(z.string()),
  signedIn: z.boolean(),
  /**
   * Signed out because the page's session has run out, though the page still shows a name. Absent
   * while the page has not said whether it is signed in.
   */
  hasRunOut: z.optional(z.boolean()),
  /** Flow's API refuses the token that the page's session gives. */
  isRefused: z.optional(z.boolean()),
  /** Salted hash of the account. */
  account: z.optional(z.string()),
  /** Masked URL of the account: a…@example.com. */
  accountLabel: z.optional(z.string()),
  /** Flow's session id of the page: its own once it was seen, else made from its start. */
  sessionId: z.string(),
  /** Tells one load of the page from the next. */
  pageId: z.string(),
  tier: z.optional(tierSchema),
  balance: z.optional(z.number()),
  /** When that was asked for, or shown by the page (epoch ms): an older answer does not replace it. */
  balanceAt: z.optional(z.number()),
  /** What Flow said of the balance to a call of the background's own: the ledger believes no other. */
  ownBalance: z.optional(z.object({ credits: z.number(), askedAt: z.number() })),
  /** Whether the page was given a list of clips, or told that there is no such list any more. */
  list: z.optional(z.enum(['seen', 'gone'])),
  /**
   * When its page was last asked in vain (epoch ms), or began to ask by itself; absent once it has
   * answered.
   */
  silentAt: z.optional(z.number()),
  /** When its page was last asked for its list of models (epoch ms). */
  modelsAt: z.optional(z.number()),
  /** When this tab was last in front or last heard from (epoch ms). */
  seenAt: z.number(),
});

export type LiveTab = z.infer<typeof liveTabSchema>;

export const settings = defineItem('local:settings', settingsSchema, DEFAULT_SETTINGS);
/** The composer's state, and which page wrote it: a view does not listen to itself. */
export const draft = defineItem(
  'local:draft',
  z.object({ writer: z.string(), draft: draftSchema }),
  { writer: '', draft: EMPTY_DRAFT },
);
export const hold = defineItem('local:hold', z.optional(holdSchema), undefined);
export const streak = defineItem('local:streak', streakSchema, NO_STREAK);
export const learnedModels = defineItem('local:models', learnedModelsSchema, NOTHING_LEARNED);
const leftOutSchema = z.object({
  operations: z.int(),
  media: z.int(),
  models: z.int(),
});

export type LeftOut = z.infer<typeof leftOutSchema>;

/** Before the name of a field among them: a field more says nothing of what works. */
export const UNKNOWN_FIELD = 'field ';

/** Names of Flow's that mean nothing here, each with how often a call had it. */
export const unknownWords = defineItem('session:words', z.record(z.string(), z.int()), {});

/** How many entries of one of Flow's answers could not be read, at most, since the browser started. */
export const leftOut = defineItem('session:left-out', leftOutSchema, {
  operations: 0,
  media: 0,
  models: 0,
});
/**
 * Ids of the calls of flow.google.com as its page was last seen to use them, by our names for them: they
 * change with each build of the page (public reports of 2026).
 */
export const callIds = defineItem('session:call-ids', z.record(z.string(), z.string()), {});
/** Project titles by project id, as the page was seen to read them. */
export const projects = defineItem('local:projects', z.record(z.string(), z.string()), {});
/** What was chosen last, newest first: moves by the press of a button, prompts by form. */
export const recent = defineItem('local:recent', recentSchema, NOTHING_RECENT);
/** Random bytes (hex) that account hashes are salted with. */
export const salt = defineItem('local:salt', z.string(), '');

/** In memory only, gone with the browser; read by trusted pages alone. */
export const liveTabs = defineItem('session:tabs', z.record(z.string(), liveTabSchema), {});

const pointedSchema = z.object({ video: z.optional(z.string()), image: z.optional(z.string()) });

/** URLs under the last right click, by tab: the menu's click comes later. */
export const pointed = defineItem('session:pointed', z.record(z.string(), pointedSchema), {});

/** Credits in the titles of the menu's entries that send at once, as the user reads them. */
export const menuPrices = defineItem(
  'local:menu-prices',
  z.object({ reshoot: z.optional(z.number()), upscale: z.optional(z.number()) }),
  {},
);

/** When a submit of the page was last seen to carry a verification of its own, by account (epoch ms). */
export const verifiedAt = defineItem('local:verified', z.record(z.string(), z.number()), {});

/** When the new Flow was last seen not to let the account in (epoch ms). */
export const noAccessAt = defineItem('session:no-access', z.optional(z.number()), undefined);

/** Since when the database refuses to be written (epoch ms); nothing is sent meanwhile. */
export const storeRefusedAt = defineItem(
  'session:store-refused',
  z.optional(z.number()),
  undefined,
);

/** When a Flow tab was connected for the first time (epoch ms); 0 before that. */
export const welcomedAt = defineItem('local:welcomed', z.number(), 0);

/** The start (epoch ms) of the last hold whose card the user has read. */
export const holdSeen = defineItem('session:hold-seen', z.number(), 0);

/**
 * Up to which stored change (epoch ms) the user was told of ends, and the last hold that was told
 * of. Absent: the browser has just started, and what happened before is not news.
 */
export const notifiedUntil = defineItem(
  'session:told',
  z.optional(z.object({ at: z.number(), hold: z.optional(z.string()) })),
  undefined,
);
