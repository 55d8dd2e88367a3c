import { describe, expect, it } from 'vitest';
import {
  besideId,
  recipeId,
  recipeSave,
  requestedSave,
  SAVE_FAULTS,
  type Save,
  type SaveEvent,
  type SaveState,
  saveSchema,
  saveStep,
} from '@/lib/jobs/save';

const core = { id: 'a', of: 'job', by: 'user', askedAt: 1, index: 0, changedAt: 1 } as const;
const begun = { ...core, startedAt: 2, path: 'Witch.mp4', url: 'https://one' } as const;
const SAVES = {
  requested: { ...core, state: 'requested' },
  starting: { ...begun, state: 'starting' },
  saving: { ...begun, state: 'saving', downloadId: 7 },
  saved: { ...core, state: 'saved', endedAt: 3, path: 'Witch.mp4' },
  broken: { ...core, state: 'broken', endedAt: 3, fault: 'network', isNotified: false },
} as const satisfies Record<SaveState, Save>;

const EVENTS = {
  start: { type: 'start', path: 'Witch.mp4', url: 'https://one' },
  'not-found': { type: 'not-found', fault: 'gone' },
  started: { type: 'started', downloadId: 7 },
  'not-started': { type: 'not-started' },
  'not-begun': { type: 'not-begun' },
  typed: { type: 'typed', mime: 'application/xml' },
  complete: { type: 'complete', bytes: 90_000, path: 'Witch (1).mp4' },
  interrupted: { type: 'interrupted', error: 'NETWORK_FAILED' },
  lost: { type: 'lost' },
  told: { type: 'told' },
} as const satisfies Record<SaveEvent['type'], SaveEvent>;

/** What each event makes of each state; all others change nothing. */
const MOVES: Partial<Record<SaveState, Partial<Record<SaveEvent['type'], SaveState>>>> = {
  requested: { start: 'starting', 'not-found': 'broken' },
  starting: { started: 'saving', 'not-started': 'broken', 'not-begun': 'requested' },
  saving: { typed: 'saving', complete: 'saved', interrupted: 'broken', lost: 'broken' },
  broken: { told: 'broken' },
};

const pairs = Object.values(SAVES).flatMap((save) =>
  Object.values(EVENTS).map((event) => [save, event] as const),
);

describe('a save', () => {
  it.each(pairs)('$state with $type goes where the table says', (save, event) => {
    const next = saveStep(save, event, 9);
    const state = MOVES[save.state]?.[event.type];
    if (state === undefined) expect(next).toBe(save);
    else {
      expect(next.state).toBe(state);
      expect(next.changedAt).toBe(9);
    }
    expect(saveSchema.parse(next)).toEqual(next);
  });

  it('is asked for as the user or the setting wants it', () => {
    expect(requestedSave({ id: 'a', of: 'job', by: 'user', index: 0 }, 1)).toEqual(SAVES.requested);
  });
});

const stopped = (error: string, save: Save = SAVES.saving) =>
  saveStep(save, { type: 'interrupted', error }, 9);
const second = { ...SAVES.saving, refused: 'https://zero' };

describe('an address that does not serve', () => {
  it.each(['SERVER_FORBIDDEN', 'SERVER_UNAUTHORIZED', 'SERVER_BAD_CONTENT'])(
    'is asked for anew once after %s, and then said',
    (error) => {
      expect(stopped(error)).toEqual({
        ...SAVES.requested,
        changedAt: 9,
        refused: 'https://one',
      });
      expect(stopped(error, second)).toMatchObject({ state: 'broken', fault: 'refused' });
    },
  );

  it('stays refused through a start that never came', () => {
    const next = saveStep({ ...SAVES.starting, refused: 'https://zero' }, EVENTS['not-begun'], 9);
    expect(next).toMatchObject({ state: 'requested', refused: 'https://zero' });
  });

  it.each([
    ['gone', 'refused'],
    ['no-session', 'no-session'],
    ['network', 'network'],
  ] as const)('and no other that is %s is told as %s', (fault, told) => {
    const save = { ...SAVES.requested, refused: 'https://one' };
    expect(saveStep(save, { type: 'not-found', fault }, 9)).toMatchObject({ fault: told });
  });

  it('cannot be one where the file came inside the answer', () => {
    const { url: _, ...inside } = SAVES.saving;
    expect(stopped('SERVER_FORBIDDEN', inside)).toMatchObject({ state: 'broken' });
  });
});

describe('what came', () => {
  const typed = (mime: string) => saveStep(SAVES.saving, { type: 'typed', mime }, 5);
  const complete = (save: Save, bytes = 90_000) =>
    saveStep(save, { type: 'complete', bytes, path: 'Witch (1).mp4' }, 9);

  it.each(['video/mp4', 'VIDEO/webm', 'image/jpeg', 'application/octet-stream', ''])(
    'is a clip when its type is %j',
    (mime) => {
      expect(complete(typed(mime))).toMatchObject({ state: 'saved', path: 'Witch (1).mp4' });
    },
  );

  it.each(['application/xml; charset=UTF-8', 'text/html', 'text/plain', 'application/json'])(
    'is never called saved when its type is %j, whatever the name says later',
    (mime) => {
      const page = saveStep(typed(mime), { type: 'typed', mime: 'video/mp4' }, 6);
      const again = complete(page);
      expect(again).toMatchObject({ state: 'requested', refused: 'https://one' });
      expect(saveStep(again, EVENTS['not-found'], 9)).toMatchObject({ fault: 'not-a-clip' });
      expect(saveStep(again, EVENTS.start, 9)).not.toHaveProperty('wasPage');
      expect(complete({ ...second, isPage: true })).toMatchObject({
        state: 'broken',
        fault: 'not-a-clip',
      });
    },
  );

  it('is never called saved when it is as small as an error', () => {
    expect(complete(second, 312)).toMatchObject({ state: 'broken', fault: 'not-a-clip' });
  });
});

describe('a browser that stops', () => {
  it.each([
    ['FILE_NO_SPACE', 'no-space'],
    ['FILE_TOO_LARGE', 'no-space'],
    ['FILE_ACCESS_DENIED', 'disk'],
    ['FILE_NAME_TOO_LONG', 'disk'],
    ['FILE_VIRUS_INFECTED', 'blocked'],
    ['FILE_SECURITY_CHECK_FAILED', 'blocked'],
    ['USER_CANCELED', 'cancelled'],
    ['NETWORK_FAILED', 'network'],
    ['NETWORK_DISCONNECTED', 'network'],
    ['SERVER_FAILED', 'network'],
    ['SERVER_CONTENT_LENGTH_MISMATCH', 'network'],
    ['A_WORD_OF_TOMORROW', 'network'],
    ['', 'network'],
  ])('for %j is told as %s', (error, fault) => {
    expect(SAVE_FAULTS).toContain(fault);
    expect(stopped(error)).toMatchObject({ state: 'broken', fault });
  });

  it('says nothing of what the user stopped', () => {
    expect(stopped('USER_CANCELED')).toMatchObject({ isNotified: true });
    expect(stopped('NETWORK_FAILED')).toMatchObject({ isNotified: false });
  });

  it.each(['USER_SHUTDOWN', 'CRASH'])('by %s begins again', (error) => {
    expect(stopped(error)).toMatchObject({ state: 'requested' });
  });
});

describe('a result that saves by itself', () => {
  const own = { ...SAVES.requested, by: 'setting' } as const;
  const missing = { type: 'not-found', fault: 'no-session' } as const;

  it('waits for a tab of its account, and goes on with it', () => {
    const held = saveStep(own, missing, 5);
    expect(held).toMatchObject({ state: 'requested', isHeld: true });
    expect(saveStep(held, missing, 6)).toBe(held);
    expect(saveStep(held, EVENTS.start, 7)).toEqual({
      ...SAVES.starting,
      by: 'setting',
      startedAt: 7,
      changedAt: 7,
    });
  });

  it('is told at once where the user pressed', () => {
    expect(saveStep(SAVES.requested, missing, 5)).toMatchObject({ fault: 'no-session' });
  });
});

describe('a recipe', () => {
  const recipe = {
    ...({ ...SAVES.saving, id: 'recipe a', of: 'recipe', path: 'Film/Witch.json' } as const),
    beside: 'Film/Witch.mp4',
  };

  it('is saved whatever its type and however small, for it is no clip', () => {
    const typed = saveStep(recipe, { type: 'typed', mime: 'application/json' }, 5);
    expect(typed).toBe(recipe);
    const end = { type: 'complete', bytes: 40, path: 'Witch.json' } as const;
    expect(saveStep(recipe, end, 9)).toMatchObject({
      ...{ state: 'saved', path: 'Film/Witch.json', beside: 'Film/Witch.mp4' },
    });
  });

  it('is asked for in the turn of its clip, beside the name that this was given', () => {
    const saved = { ...SAVES.saved, index: 4, askedAt: 3, path: 'Film/Witch (1).mp4' };
    expect(recipeSave(saved, saved.path, 9)).toEqual({
      ...{ id: recipeId('a'), of: 'recipe', by: 'user', index: 4, askedAt: 3, changedAt: 9 },
      ...{ state: 'requested', beside: 'Film/Witch (1).mp4' },
    });
  });

  it('is known by the id of what it lies beside', () => {
    expect(besideId({ id: recipeId('a'), of: 'recipe' })).toBe('a');
    expect(besideId({ id: 'a', of: 'clip' })).toBe('a');
  });

  it('that is wanted beside a clip is not forgotten on its way', () => {
    const wanted = { ...SAVES.requested, hasRecipe: true };
    const again = saveStep(
      saveStep(saveStep(wanted, EVENTS.start, 2), EVENTS['not-begun'], 3),
      EVENTS.start,
      4,
    );
    const end = saveStep(saveStep(again, EVENTS.started, 5), EVENTS.complete, 6);
    expect(end).toMatchObject({ state: 'saved', hasRecipe: true });
  });
});

it('a saved file is known by its whole path below the folder of downloads', () => {
  const saving = { ...SAVES.saving, path: 'Film/Night/Witch.mp4' };
  expect(saveStep(saving, EVENTS.complete, 9)).toMatchObject({ path: 'Film/Night/Witch (1).mp4' });
});
