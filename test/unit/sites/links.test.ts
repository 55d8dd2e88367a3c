import { expect, it } from 'vitest';
import { clipPage, homeOf, projectPage } from '@/lib/sites/links';

it.each([
  ['labs.google', 'https://labs.google/fx/tools/flow'],
  ['flow.google.com', 'https://flow.google.com'],
] as const)('on %s Flow’s pages are below %s', (site, home) => {
  expect(homeOf(site)).toBe(home);
  expect(projectPage(site, 'p')).toBe(`${home}/project/p`);
  expect(clipPage(site, 'p', 'w')).toBe(`${home}/project/p/edit/w`);
  expect(clipPage(site, 'p', undefined)).toBe(`${home}/project/p`);
});
