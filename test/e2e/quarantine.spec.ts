import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JOBS, uuid } from '../samples/jobs';
import { changeRecords, readRecords } from '../states/store';
import { expect, test } from './support/fixtures';
import { openJobs } from './support/job-list';

const at = Date.UTC(2026, 9, 1);
const done = (n: number, title: string) => ({
  ...JOBS.done,
  ...{ id: uuid(n), batchId: uuid(n + 100), title },
  ...{ createdAt: at + n, changedAt: at + n, sentAt: at, endedAt: at + 1000 },
});

test('a job that cannot be read is set aside, told in the self-check and exported, and its neighbours are shown', async ({
  chromium,
  openPopup,
}) => {
  const first = await openPopup();
  const odd = { ...done(2, 'From another version'), state: 'dreaming', secret: 'kept as it was' };
  const put = [done(1, 'Before it'), odd, done(3, 'After it')];
  await first.evaluate(changeRecords, { table: 'jobs' as const, put });
  await first.close();

  const popup = await openPopup();
  await openJobs(popup);
  await expect(popup.getByRole('listitem').filter({ hasText: 'Before it' })).toBeVisible();
  await expect(popup.getByRole('listitem').filter({ hasText: 'After it' })).toBeVisible();
  await expect(popup.getByText('From another version')).toHaveCount(0);
  await expect
    .poll(async () => (await popup.evaluate(readRecords, 'jobs' as const)).length)
    .toBe(2);

  const page = await chromium.openOwn('options.html#check');
  const line = page.getByRole('listitem').filter({ hasText: 'Stored records can be read' });
  await expect(line).toContainText(/Set aside unchanged since .*: 1 job\. .*Fail$/);
  await page.goto(page.url().replace('#check', '#privacy'));
  await page.getByRole('button', { name: 'Export my records' }).click();
  const exported = () =>
    readdirSync(chromium.downloads).map((name) =>
      readFileSync(join(chromium.downloads, name), 'utf8'),
    );
  await expect.poll(exported).toEqual([expect.stringMatching(/\}$/)]);
  const { jobs, setAside } = JSON.parse(exported()[0] ?? '');
  expect(jobs).toHaveLength(2);
  expect(setAside).toEqual([expect.objectContaining({ table: 'jobs', record: odd })]);
});
