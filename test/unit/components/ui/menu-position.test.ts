import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionMenu } from '@/components/ui/menu-position';

const popup = { width: 400, height: 600 };
const menu = { width: 220, height: 200 };
const button = (left: number, top: number) => ({ left, right: left + 28, top, bottom: top + 28 });

describe('the place of a menu', () => {
  it('is under its button, at its end', () => {
    expect(positionMenu(button(360, 100), menu, popup, false)).toEqual({ top: 132, left: 168 });
  });

  it('is above it near the lower edge', () => {
    expect(positionMenu(button(360, 560), menu, popup, false).top).toBe(356);
  });

  it('begins at its button from right to left', () => {
    expect(positionMenu(button(12, 100), menu, popup, true)).toEqual({ top: 132, left: 12 });
  });

  it('never leaves the window', () => {
    const position = fc.integer({ min: -50, max: 650 });
    fc.assert(
      fc.property(position, position, fc.boolean(), (left, top, isRightToLeft) => {
        const at = positionMenu(button(left, top), menu, popup, isRightToLeft);
        expect(at.left).toBeGreaterThanOrEqual(8);
        expect(at.left + menu.width).toBeLessThanOrEqual(popup.width - 8);
        expect(at.top).toBeGreaterThanOrEqual(8);
        expect(at.top + menu.height).toBeLessThanOrEqual(popup.height - 8);
      }),
    );
  });
});
