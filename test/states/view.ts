import type { Page } from '@playwright/test';
import type { TwinOptions } from '../twin/twin';
import type { Stage } from './stage';

/** Brings a state about, from the one before it in its view, and gives the page that shows it. */
export type Reach = (stage: Stage) => Promise<Page>;

/** A view in all its states, by name, in the order in which one browser goes through them. */
export interface View {
  readonly name: string;
  readonly twin?: TwinOptions;
  /** Run once before the first state. */
  readonly begin?: (stage: Stage) => Promise<unknown>;
  readonly states: Readonly<Record<string, Reach>>;
}
