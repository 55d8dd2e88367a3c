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

it('names what a hand has pointed at', () => {
  expect(mediaUnder(event(true))).toEqual({ video: 'https://flow-content.google/video/a' });
});

it('hears nothing of an event that the page has made', () => {
  expect(mediaUnder(event(false))).toBeUndefined();
});
