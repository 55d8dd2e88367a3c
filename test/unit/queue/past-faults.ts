import type { Command } from './commands';

interface PastFault {
  /** What was wrong, or was made wrong by hand. */
  readonly fault: string;
  readonly commands: readonly Command[];
}

/**
 * Lists of commands that are judged well, and are not with the fault in the code. None has a command
 * that it can do without. Points count the touches of ports: where a step comes to touch more or
 * fewer of them, a list with a point may need another number to catch its fault.
 */
export const PAST_FAULTS: readonly PastFault[] = [
  {
    fault: 'a pause pressed while a page is asked is overwritten',
    commands: [
      { do: 'batch' },
      { do: 'meddle', what: 'pause', job: 0, point: 1 },
      { do: 'live', rounds: 1, together: false },
    ],
  },
  {
    fault: 'the hold is not looked at again right before a send',
    commands: [
      { do: 'batch' },
      { do: 'meddle', what: 'pause', job: 0, point: 3 },
      { do: 'live', rounds: 1, together: false },
    ],
  },
  {
    fault: 'an unknown job is compared with other unknown ones only',
    commands: [
      { do: 'batch', seed: 1 },
      { do: 'batch', seed: 1 },
      { do: 'submit fault', fault: 'lost-before' },
      { do: 'live', rounds: 1, together: false },
    ],
  },
  {
    fault: 'a submit without an answer goes back in line',
    commands: [
      { do: 'batch' },
      { do: 'submit fault', fault: 'lost-after' },
      { do: 'live', rounds: 1, together: false },
    ],
  },
  {
    fault: 'a submit that the worker died in goes back in line',
    commands: [{ do: 'batch' }, { do: 'crash', point: 10 }],
  },
  {
    fault: 'one 404 on a status call ends the job',
    commands: [
      { do: 'batch', seed: 1 },
      { do: 'batch', seed: 1 },
      { do: 'submit fault', fault: 'lost-before' },
      { do: 'status fault', kind: 'not-found' },
      { do: 'live', rounds: 1, together: false },
    ],
  },
  {
    fault: 'submits without an answer never hold the queue',
    commands: [
      { do: 'batch' },
      { do: 'batch' },
      { do: 'batch' },
      { do: 'submit fault', fault: 'lost-before' },
      { do: 'submit fault', fault: 'lost-before' },
      { do: 'live', rounds: 1, together: false },
    ],
  },
  {
    fault: 'any balance counts as the one before a submit',
    commands: [
      { do: 'batch' },
      { do: 'live', rounds: 1, together: false },
      { do: 'batch' },
      { do: 'batch' },
      { do: 'submit fault', fault: 'lost-after' },
      { do: 'live', rounds: 1, together: false },
    ],
  },
  {
    fault: 'with a new token a submit goes out though the queue is held by then',
    commands: [
      { do: 'batch' },
      { do: 'submit fault', fault: 'signed-out' },
      { do: 'meddle', what: 'pause', job: 0, point: 5 },
      { do: 'live', rounds: 1, together: false },
    ],
  },
  {
    fault: 'a job that can still be taken back goes out at once',
    commands: [{ do: 'wish at once' }],
  },
  {
    fault: 'a lost job gets the clip of another of its seed that went out a day before',
    commands: [
      { do: 'batch', seed: 1 },
      { do: 'live', rounds: 1, together: false },
      { do: 'sleep', ms: 86_400_000 },
      { do: 'batch', seed: 1 },
      { do: 'submit fault', fault: 'lost-before' },
      { do: 'live', rounds: 1, together: false },
    ],
  },
  {
    fault: 'a lost job gets the clip of another of its seed by the times of a clock put back',
    commands: [
      { do: 'batch', seed: 1 },
      { do: 'live', rounds: 1, together: false },
      { do: 'back', ms: 3_600_000 },
      { do: 'batch', seed: 1 },
      { do: 'submit fault', fault: 'lost-before' },
      { do: 'live', rounds: 1, together: false },
    ],
  },
  {
    fault: 'a balance from before the clock was put back counts as the one before a submit',
    commands: [
      { do: 'batch' },
      { do: 'live', rounds: 1, together: false },
      { do: 'back', ms: 60_000 },
      { do: 'batch' },
      { do: 'batch' },
      { do: 'submit fault', fault: 'lost-after' },
      { do: 'live', rounds: 1, together: false },
    ],
  },
];
