import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Started } from '@/lib/flow/started';
import type { PageJob } from '@/lib/jobs/page-job';
import { prepareJob } from '@/lib/jobs/prepared';
import { preparedFor } from '@/lib/jobs/recognise';

const wanted = {
  account: 'ada',
  projectId: 'project',
  action: 'extend',
  title: 'Elm Street',
  prompt: 'The lamps go out',
  sourceIds: ['street'],
} as const;

const prepared = (id: string, own: Partial<Parameters<typeof prepareJob>[0]> = {}, at = 1) =>
  prepareJob({ ...wanted, sourceIds: [...wanted.sourceIds], ...own }, id, at);

type Said = { [Part in keyof Started]?: Started[Part] | undefined };

function submit(own: Said = {}): Started {
  const all = {
    ...{ action: 'extend', operation: 'new', projectId: 'project', prompt: 'The lamps go out' },
    sourceIds: ['street'],
    ...own,
  };
  const said = Object.entries(all).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as unknown as Started;
}

const idFor = (jobs: readonly PageJob[], started: Started) => preparedFor(jobs, started)?.id;

describe('a submit of the page is the prepared job', () => {
  it.each([
    ['of the same clip and words', submit()],
    ['of the same clip with other words', submit({ prompt: 'Rain begins' })],
    ['of the same words, where it names no clip', submit({ sourceIds: [] })],
    ['whose words differ in spaces', submit({ sourceIds: [], prompt: ' The lamps\n go out ' })],
    ['where it names no project', submit({ projectId: undefined })],
  ])('%s', (_, started) => {
    expect(idFor([prepared('one')], started)).toBe('one');
  });

  it.each([
    ['of another action', submit({ action: 'upscale' })],
    ['in another project', submit({ projectId: 'other' })],
    ['of another clip with the same words', submit({ sourceIds: ['witch'] })],
    ['of other words, where it names no clip', submit({ sourceIds: [], prompt: 'Rain' })],
    ['without words, where it names no clip', submit({ sourceIds: [], prompt: undefined })],
  ])('but not one %s', (_, started) => {
    expect(idFor([prepared('one')], started)).toBeUndefined();
  });
});

it('of several prepared jobs of one clip, a submit is the one with its words, else the oldest', () => {
  const jobs = [prepared('late', {}, 3), prepared('rain', { prompt: 'Rain' }, 2), prepared('old')];
  expect(idFor(jobs, submit({ prompt: 'Rain' }))).toBe('rain');
  expect(idFor(jobs, submit())).toBe('old');
  expect(idFor(jobs, submit({ prompt: 'Snow' }))).toBe('old');
});

it('a video from images is recognised by all of its images, in any order and with others', () => {
  const job = prepared('images', { action: 'references', sourceIds: ['coat', 'lamp'] });
  const made = (sourceIds: string[]) => submit({ action: 'references', sourceIds });
  expect(idFor([job], made(['lamp', 'coat']))).toBe('images');
  expect(idFor([job], made(['lamp', 'hat', 'coat']))).toBe('images');
  expect(idFor([job], made(['lamp']))).toBeUndefined();
});

it('what runs or has ended is never recognised anew', () => {
  const running: PageJob = { ...prepared('one'), state: 'running', status: 'X', heardAt: 1 };
  const done: PageJob = { ...prepared('two'), state: 'done', endedAt: 2 };
  expect(idFor([running, done], submit())).toBeUndefined();
});

it('whatever is submitted, only a prepared job of its action is recognised', () => {
  const ids = fc.array(fc.constantFrom('street', 'witch', 'coat'), { maxLength: 3 });
  const text = fc.constantFrom('The lamps go out', 'Rain', '', undefined);
  const action = fc.constantFrom('extend', 'upscale', 'references', 'text');
  fc.assert(
    fc.property(
      fc.array(fc.record({ action, prompt: text, sourceIds: ids }), { maxLength: 5 }),
      fc.record({ action, prompt: text, sourceIds: ids }),
      (wishes, made) => {
        const jobs = wishes.map((own, index) => prepared(String(index), own, index));
        const found = preparedFor(jobs, submit(made));
        expect(found?.action ?? made.action).toBe(made.action);
      },
    ),
  );
});
