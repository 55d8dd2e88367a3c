import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { moveTab, oneTab, signIn } from '@/lib/session/tab-registry';
import { tokens } from '@/lib/session/tokens';
import { PROJECT } from '../../samples/jobs';
import { open } from './tabs';

const ADA = { id: 'ada', label: 'a…@example.com' };

beforeEach(async () => {
  fakeBrowser.reset();
  await open(1);
  await signIn(1, ADA, 'ya29.a', 1000);
});

it('another project of the same site leaves the session as it is', async () => {
  await moveTab(1, { site: 'labs.google', projectId: PROJECT });
  expect(await oneTab(1)).toMatchObject({ projectId: PROJECT, account: 'ada', signedIn: true });
  expect(await tokens.get()).toHaveProperty('1');
});

it('a page of the other site is unknown, and the token of the first is gone', async () => {
  await moveTab(1, { site: 'flow.google.com', projectId: PROJECT });
  expect(await oneTab(1)).toBeUndefined();
  expect(await tokens.get()).toEqual({});
});

it('a tab that is not known stays unknown', async () => {
  await moveTab(2, { site: 'labs.google', projectId: PROJECT });
  expect(await oneTab(2)).toBeUndefined();
});

it('a page that names its account without a token is signed in, and nothing is held of it', async () => {
  await open(3, 3000);
  await signIn(3, ADA, undefined, 3000);
  expect(await oneTab(3)).toMatchObject({ account: 'ada', signedIn: true, isRefused: false });
  expect(await tokens.get()).not.toHaveProperty('3');
});
