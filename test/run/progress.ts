import type { FullConfig, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';

/** How far a run is. */
interface Progress {
  readonly all: number;
  readonly done: number;
  readonly failed: number;
  readonly ms: number;
}

/** A log gets a line at least this long after the one before. */
const LOG_EVERY_MS = 30_000;

export const progressLine = ({ all, done, failed, ms }: Progress): string =>
  `end to end: ${done} of ${all} done, ${failed} failed, ${(ms / 60_000).toFixed(1)} min`;

/**
 * While end-to-end tests run, says on the error output how far they are: in one line that is written
 * anew on a terminal, and now and then in a log. What failed is named at once.
 */
export default class ProgressReporter implements Reporter {
  private readonly out = process.stderr;
  private startedAt = 0;
  private saidAt = 0;
  private all = 0;
  private done = 0;
  private failed = 0;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.all = suite.allTests().length;
    this.startedAt = Date.now();
    this.say();
  }

  onTestEnd(test: TestCase, { status }: TestResult): void {
    this.done += 1;
    if (status !== test.expectedStatus) {
      this.failed += 1;
      this.write(`failed: ${test.titlePath().slice(2).join(' › ')}`, true);
    }
    if (this.out.isTTY || Date.now() - this.saidAt >= LOG_EVERY_MS) this.say();
  }

  onEnd(): void {
    this.say(true);
  }

  /** Another reporter prints the failures in full. */
  printsToStdio(): boolean {
    return false;
  }

  private say(stays = false): void {
    const { all, done, failed } = this;
    this.saidAt = Date.now();
    this.write(progressLine({ all, done, failed, ms: this.saidAt - this.startedAt }), stays);
  }

  private write(text: string, stays: boolean): void {
    if (this.out.isTTY) this.out.write(`\r\u001b[2K${text}${stays ? '\n' : ''}`);
    else this.out.write(`${text}\n`);
  }
}
