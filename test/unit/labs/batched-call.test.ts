import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observationOf } from '@/lib/labs/observation';
import { pageCallKind } from '@/lib/labs/page-call';
import { spoiled } from '../../samples/spoil';
import {
  clip,
  KEY,
  KEY_2,
  list,
  listed,
  NOW,
  opened,
  PROJECT,
  TRPC,
} from './replies/project-samples';

describe('a batched call of the page', () => {
  const answer = (result: unknown) => ({ result: { data: { json: { result, status: 200 } } } });
  const fault = { error: { json: { message: 'Gone.', data: { httpStatus: 404 } } } };
  const project = { projectId: PROJECT, projectInfo: { projectTitle: 'Lanterns' } };
  const read = (procedures: string, body: unknown) =>
    observationOf(
      {
        url: `${TRPC}/${procedures}?batch=1&input=%7B%7D`,
        status: 200,
        body: JSON.stringify(body),
      },
      NOW,
    );

  it.each([
    'project.searchProjectWorkflows,project.getProject',
    'general.other,project.getProject',
    'general.other%2Cproject.getProject',
    'project.getProject,general.other',
    'flow.projectInitialData',
  ])('to %s is our business', (procedures) => {
    expect(pageCallKind(`${TRPC}/${procedures}?batch=1`)).toBeDefined();
  });

  it.each([
    'general.other,general.another',
    'general.other,project.getProjectSecrets',
    'xproject.getProject',
    'general.other/project.getProject',
  ])('to %s is none of our business', (procedures) => {
    expect(pageCallKind(`${TRPC}/${procedures}?batch=1`)).toBeUndefined();
  });

  it('is read answer by answer', () => {
    const both = 'project.searchProjectWorkflows,project.getProject';
    const facts = read(both, [answer(list(clip(KEY))), answer(project)]);
    expect(facts.media.map(({ key }) => key)).toEqual([KEY]);
    expect(facts.project).toEqual({ projectId: PROJECT, title: 'Lanterns' });
  });

  it('loses no answer to the error of another', () => {
    const both = 'project.searchProjectWorkflows,project.getProject';
    expect(read(both, [fault, answer(project)]).project?.title).toBe('Lanterns');
    expect(read(both, [answer(list(clip(KEY))), fault]).media).toHaveLength(1);
    expect(read(both, [null, answer(project)]).project?.title).toBe('Lanterns');
  });

  it('may ask the same thing twice', () => {
    const twice = 'project.searchProjectWorkflows,project.searchProjectWorkflows';
    const facts = read(twice, [answer(list(clip(KEY))), answer(list(clip(KEY_2)))]);
    expect(facts.media.map(({ key }) => key)).toEqual([KEY, KEY_2]);
  });

  it('of the page of 2026 brings project, clips and models', () => {
    const facts = read('flow.projectInitialData', [
      { result: { data: { json: opened(listed(KEY)) } } },
    ]);
    expect(facts).toMatchObject({
      project: { projectId: PROJECT, title: 'Lanterns' },
      media: [{ key: KEY }],
      models: { prices: {} },
      leftOut: { media: 0, models: 0 },
    });
  });

  it('never throws, whatever comes back', () => {
    const both = 'project.searchProjectWorkflows,flow.projectInitialData';
    fc.assert(
      fc.property(
        spoiled([answer(list(clip(KEY))), { result: { data: { json: opened(listed(KEY_2)) } } }]),
        (body) => {
          expect(() => read(both, body)).not.toThrow();
        },
      ),
    );
  });
});
