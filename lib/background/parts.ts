import type { Saver } from '@/lib/files/saver';
import type { SourcePorts } from '@/lib/files/sources';
import type { JobStore } from '@/lib/store/job-store';
import type { Library } from '@/lib/store/library';
import type { FlowClient } from './flow-client';
import type { Heart } from './heart';

/** The parts of the background, as its handlers see them. */
export interface Background {
  readonly store: JobStore;
  readonly library: Library;
  readonly flow: FlowClient;
  readonly heart: Heart;
  /** The one way to a file on the disk. */
  readonly saver: Saver;
  readonly sources: SourcePorts;
  readonly now: () => number;
  /** The header rule is set and what the last worker left behind is sorted out. */
  readonly ready: Promise<void>;
}
