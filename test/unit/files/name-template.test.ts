import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipFileName, fileName } from '@/lib/files/file-name';
import { checkTemplate, NAME_TOKENS, PARTS_MAX } from '@/lib/files/name-template';
import { clip, core } from '../../samples/jobs';

const DAY = new Date(2026, 10, 20, 14, 30).getTime();
const job = { ...core(), createdAt: DAY };
const named = (template: string, own: object = {}) =>
  fileName({ ...job, ...own }, { template, project: 'Elm Street, dusk', take: 3 });

/** Made here, since fast-check takes most of a second to list all of Unicode for the first one. */
const anyPiece = fc.string({ maxLength: 12, unit: 'binary' });
const anyTitle = fc.string({ unit: 'binary' });

describe('a template', () => {
  it.each([
    [
      '{project}/{clip} - {action} {move} - {take}',
      'Elm Street, dusk/Witch lands - Reshoot Orbit up - 03.mp4',
    ],
    ['{date}/{clip} {size} {seed}', '2026-11-20/Witch lands 720p 7.mp4'],
    ['takes', 'takes.mp4'],
  ])('%j names %j', (template, name) => {
    expect(checkTemplate(template)).toEqual({ ok: true, value: template });
    expect(named(template)).toBe(name);
  });

  it.each([
    ['', { kind: 'empty' }],
    ['   ', { kind: 'empty' }],
    ['{clip} {nope}', { kind: 'unknown', token: '{nope}' }],
    ['{clip', { kind: 'unknown', token: '{clip' }],
    ['/{clip}', { kind: 'outside' }],
    ['../{clip}', { kind: 'outside' }],
    ['a/../{clip}', { kind: 'outside' }],
    ['a//{clip}', { kind: 'outside' }],
    ['{clip}/', { kind: 'outside' }],
    ['C:{clip}', { kind: 'outside' }],
    ['a\\{clip}', { kind: 'outside' }],
    ['a/b/c/d/e/{clip}', { kind: 'long' }],
    ['x'.repeat(201), { kind: 'long' }],
  ])('%j is not taken', (template, problem) => {
    expect(checkTemplate(template)).toEqual({ ok: false, failure: problem });
  });

  it('makes no folder from a title, and leaves out what has no value', () => {
    expect(named('{project}/{clip}', { title: '../up/and\\away' })).toBe(
      'Elm Street, dusk/up and away.mp4',
    );
    const request = { ...job.request, action: 'upscale', mediaId: '' } as const;
    const template = '{project}/{clip} - {move}';
    expect(fileName({ ...job, request }, { template })).toBe('Witch lands.mp4');
  });

  it('never leads out of the folder of downloads, whatever is typed', () => {
    const piece = fc.oneof(
      fc.constantFrom(...NAME_TOKENS.map((token) => `{${token}}`), '/', '..', '\\', ' ', '.lnk/'),
      anyPiece,
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), anyTitle, (parts, title) => {
        const template = checkTemplate(parts.join(''));
        if (!template.ok) return;
        const path = named(template.value, { title }).split('/');
        expect(path.length).toBeLessThanOrEqual(PARTS_MAX);
        const isWrong = (part: string) =>
          /^\.*$|^\s|\s$|[\\:*?"<>|~\p{Cc}]/u.test(part) || part.length >= 120;
        expect(path.filter(isWrong)).toEqual([]);
      }),
    );
  });
});

describe('the name of a clip that no job has made', () => {
  it('is its title, and its size once the file was measured', () => {
    expect(clipFileName(clip(1, { title: 'Dusk street' }))).toBe('Dusk street.mp4');
    const wide = clip(1, { width: 1920, height: 1080, title: '' });
    expect(clipFileName(wide, { template: '{clip} {size}' })).toBe('Clip 1080p.mp4');
  });
});
