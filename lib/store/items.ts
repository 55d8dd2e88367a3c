import * as z from 'zod/mini';
import { learnedModelsSchema, NOTHING_LEARNED } from '@/lib/flow/models';
import { TIERS } from '@/lib/flow/tier';
import { draftSchema, EMPTY_DRAFT } from '@/lib/job/draft';
import { holdSchema } from '@/lib/job/hold';
import { NOTHING_RECENT, recentSchema } from '@/lib/job/recent';
import { defineItem } from './item';

/** How fast the queue may send. */
export const settingsSchema = z.object({
  /** Seconds between two submits. */
  gapSeconds: z.number().check(z.gte(1), z.lte(600)),
  /** How many jobs may run at Flow at the same time. */
  atOnce: z.int().check(z.gte(1), z.lte(8)),
  /** Credits a wish may cost without a second question; absent: no limit. */
  wishLimit: z.optional(z.int().check(z.gte(1))),
  /** Credits a day may cost without a second question; absent: no limit. */
  dayLimit: z.optional(z.int().check(z.gte(1))),
});

export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = { gapSeconds: 10, atOnce: 4 };

/** One open Flow tab, without anything secret: this is what views may see. */
export const liveTabSchema = z.object({
  tabId: z.int(),
  projectId: z.optional(z.string()),
  signedIn: z.boolean(),
  /** Salted hash of the account. */
  account: z.optional(z.string()),
  /** Masked address of the account: a…@example.com. */
  accountLabel: z.optional(z.string()),
  /** Flow's session id of the page: its own once it was seen, else made from its start. */
  sessionId: z.string(),
  /** Tells one load of the page from the next. */
  pageId: z.string(),
  tier: z.optional(z.enum(TIERS)),
  balance: z.optional(z.number()),
  /** When that balance was asked for (epoch ms): an older answer does not replace it. */
  balanceAt: z.optional(z.number()),
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
export const learnedModels = defineItem('local:models', learnedModelsSchema, NOTHING_LEARNED);
/** Project titles by project id, as the page was seen to read them. */
export const projects = defineItem('local:projects', z.record(z.string(), z.string()), {});
/** What was chosen last, newest first: moves by the press of a button, prompts by form. */
export const recent = defineItem('local:recent', recentSchema, NOTHING_RECENT);
/** Random bytes (hex) that account hashes are salted with. */
export const salt = defineItem('local:salt', z.string(), '');

/** In memory only, gone with the browser; read by trusted pages alone. */
export const liveTabs = defineItem(
  'session:tabs',
  z.record(z.string(), liveTabSchema),
  {} as Record<string, LiveTab>,
);

/** Address of the video under the last right click, by tab: the menu's click comes later. */
export const pointed = defineItem(
  'session:pointed',
  z.record(z.string(), z.string()),
  {} as Record<string, string>,
);

/** When Google was last seen to send the account's Flow tab to flow.google.com (epoch ms). */
export const movedAt = defineItem('session:moved', z.optional(z.number()), undefined);

/** Since when the database refuses to be written (epoch ms); nothing is sent meanwhile. */
export const storeRefusedAt = defineItem(
  'session:store-refused',
  z.optional(z.number()),
  undefined,
);

/** When a Flow tab was connected for the first time (epoch ms); 0 before that. */
export const welcomedAt = defineItem('local:welcomed', z.number(), 0);

/** The start (epoch ms) of the last hold whose card the person has read. */
export const holdSeen = defineItem('session:hold-seen', z.number(), 0);
