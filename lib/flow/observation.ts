import type { Media } from './media';
import type { ModelAsked, ModelList } from './models';
import type { OperationState } from './operation-state';
import type { Started } from './started';
import type { Tier } from './tier';

/** What a reply shows of a project. */
export interface ProjectDetails {
  readonly projectId: string;
  readonly title: string;
}

/** One of the page's own calls with its answer, as the page's observer saw it. */
export interface PageCall {
  readonly url: string;
  readonly authorization?: string | undefined;
  readonly requestBody?: string | undefined;
  readonly status: number;
  readonly body: string;
}

/** What such a call proves. Nothing in here asks for anything. */
export interface Observation {
  token?: string;
  sessionId?: string;
  tier?: Tier;
  balance?: number;
  media: Media[];
  operations: readonly OperationState[];
  /**
   * Whether the page's own submit carried a verification of its own; of one that carried none, only
   * where Flow took it.
   */
  isVerified?: boolean;
  /** What the page has asked for with this call, and Flow has named. */
  started?: readonly Started[];
  project?: ProjectDetails;
  /** The account's projects, where the page was given a list of them. */
  projects?: readonly ProjectDetails[];
  models?: ModelList;
  /** Models that the page asked for and Flow took. */
  modelsAsked?: readonly ModelAsked[];
  /** How many entries of its answer could not be read, by what they are entries of. */
  leftOut?: { operations?: number; media?: number; models?: number; projects?: number };
  /** Names in it that mean nothing here. */
  unknown?: readonly string[];
  /** Fields of its entries that are not known here, by name or place; what they hold is not looked at. */
  unknownFields?: readonly string[];
  /** Whether the page was given a list of clips, or told that there is no such list any more. */
  list?: 'seen' | 'gone';
  /** The page's own call was answered as one of nobody's: its session has ended. */
  isSignedOut?: boolean;
  /** Ids of the page's calls that this one has taught, by our names for them. */
  callIds?: Readonly<Record<string, string>>;
  /** Text of the session URL, when the page itself asked for it. */
  session?: string;
}
