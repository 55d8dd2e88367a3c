import type { Page } from '@playwright/test';

/** Sets parts of the records of all jobs that Flow's page has started, behind the popup's back. */
export const changePageJobs = (popup: Page, set: Readonly<Record<string, unknown>>) =>
  popup.evaluate(async (set) => {
    const open = indexedDB.open('second-take');
    await new Promise((done) => open.addEventListener('success', done));
    const store = open.result.transaction('pageJobs', 'readwrite').objectStore('pageJobs');
    const all = store.getAll();
    await new Promise((done) => all.addEventListener('success', done));
    for (const job of all.result) store.put({ ...job, ...set });
    await new Promise((done) => store.transaction.addEventListener('complete', done));
    open.result.close();
  }, set);
