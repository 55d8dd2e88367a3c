import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipFileName, fileName } from '@/lib/files/file-name';
import type { GenerationRequest } from '@/lib/flow/request';
import { clip, core, image } from '../../samples/jobs';

const { request } = core();
const named = (title: string, own: object = {}) =>
  fileName({ title, request: { ...request, ...own } as GenerationRequest });

/** Made here, since fast-check takes most of a second to list all of Unicode for the first one. */
const anyTitle = fc.string({ maxLength: 300, unit: 'binary' });

describe('the name of a saved clip', () => {
  it.each([
    ['Witch lands', {}, 'Witch lands – Orbit up.mp4'],
    ['女巫从天而降', { action: 'upscale' }, '女巫从天而降 – 1080p.mp4'],
    ['Day/Night: 3?', { action: 'extend', seed: 5 }, 'Day Night 3 – Extended 5.mp4'],
    ['', { action: 'references', seed: 5 }, 'Clip – Take 5.mp4'],
    ['../../etc', {}, 'etc – Orbit up.mp4'],
  ])('of %j', (title, own, name) => {
    expect(named(title, own)).toBe(name);
  });

  it('is one name of reasonable length for any title', () => {
    fc.assert(
      fc.property(anyTitle, (title) => {
        const name = named(title);
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]/u);
        expect(name.startsWith('.')).toBe(false);
        expect(name.length).toBeLessThan(120);
      }),
    );
  });
});

describe('the name of a saved clip that no job here has made', () => {
  const template = '{clip} {size} {date} {result}';

  it.each([
    [clip(1, { madeAt: Date.UTC(2026, 4, 6, 12) }), 'Clip 1 720p 2026-05-06.mp4'],
    [clip(1, { key: 'k_upsampled' }), 'Clip 1 1080p 1080p.mp4'],
    [clip(1, { key: 'k_upsampled', resolution: '4k' }), 'Clip 1 4k 4k.mp4'],
    [clip(1, { width: 1080, height: 1920 }), 'Clip 1 1080p.mp4'],
    [image(2), 'Image 2.jpg'],
    [image(2, { width: 512, height: 512 }), 'Image 2 512p.jpg'],
  ])('%# has its size, its day and what tells it from its source', (media, name) => {
    expect(clipFileName(media, { template })).toBe(name);
  });
});
