import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mediaUnder } from '@/lib/capture/media-under';

class Shown {
  constructor(
    readonly localName: string,
    readonly src: string,
  ) {}
}

beforeEach(() => {
  vi.stubGlobal('HTMLElement', Shown);
  vi.stubGlobal('document', { elementsFromPoint: () => [], querySelectorAll: () => [] });
});
afterEach(() => vi.unstubAllGlobals());

const event = (isTrusted: boolean) =>
  ({
    isTrusted,
    clientX: 1,
    clientY: 1,
    composedPath: () => [new Shown('video', 'https://flow-content.google/video/a')],
  }) as unknown as MouseEvent;

it('a right click by hand names the medium under it', () => {
  expect(mediaUnder(event(true))).toEqual({ video: 'https://flow-content.google/video/a' });
});

it('a right click that the page has made up names no medium', () => {
  expect(mediaUnder(event(false))).toBeUndefined();
});
