import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Database } from '@/lib/storage/database';
import { countJobs, latestChange } from '@/lib/storage/job-queries';
import { tableOf } from '../../fakes/table-of';
import { eventually } from '../../house/eventually';
import { clip, JOBS, waiting } from '../../samples/jobs';

let db: Database;
let names = 0;

beforeEach(() => {
  db = new Database(`database-${++names}`);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await db.close();
});

const add = (...numbers: number[]) =>
  db.write(['jobs'], (transaction) => transaction.add('jobs', numbers.map(waiting)));

describe('a write', () => {
  it('is in the order that it is given, also where it finds what it has just written', async () => {
    const counts = await db.write(['jobs'], async (transaction) => {
      await transaction.put('jobs', [waiting(1), waiting(2)]);
      const before = await countJobs(transaction);
      await transaction.delete('jobs', [waiting(1).id]);
      return [before, await countJobs(transaction)];
    });
    expect(counts).toEqual([2, 1]);
  });

  it.each([
    ['an error of the work', () => Promise.reject(new Error('broken'))],
    ['a request that fails', (again: () => Promise<void>) => again()],
  ])('that is broken off by %s has written nothing', async (_, breakOff) => {
    await add(1);
    const broken = db.write(['jobs', 'saves', 'strips'], async (transaction) => {
      await transaction.put('jobs', [{ ...waiting(1), allowed: true }, waiting(2)]);
      await transaction.clear('strips');
      await breakOff(() => transaction.add('jobs', [waiting(3), waiting(1), waiting(4)]));
    });
    await expect(broken).rejects.toThrow();
    expect(await tableOf(db, 'jobs').all()).toEqual([waiting(1)]);
  });

  it('that is broken off rejects with what broke it, once all is taken back', async () => {
    await countJobs(db);
    const { ended } = watchTransactions();
    const broken = db.write(['jobs'], async (transaction) => {
      await transaction.put('jobs', [waiting(1)]);
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect(ended).toEqual(['abort']);
    await add(1);
    await expect(add(1)).rejects.toMatchObject({ name: 'ConstraintError' });
  });

  it('is reported once its transaction is complete, on the disk', async () => {
    await countJobs(db);
    const { begun, ended } = watchTransactions();
    await add(1);
    expect(ended).toEqual(['complete']);
    expect(begun.mock.calls).toEqual([[['jobs'], 'readwrite', { durability: 'strict' }]]);
  });

  it('that the disk refuses after its last request rejects, and nobody is told of it', async () => {
    await countJobs(db);
    const heard = vi.fn();
    const unlisten = db.written.listen(heard);
    const { transactions } = watchTransactions();
    const refused = db.write(['jobs'], async (transaction) => {
      await transaction.put('jobs', [waiting(1)]);
      transactions.at(-1)?.abort();
    });
    await expect(refused).rejects.toMatchObject({ name: 'AbortError' });
    await tableOf(db, 'media').put([clip(1)]);
    await eventually(() => expect(heard.mock.calls).toEqual([[['media']]]));
    expect(await tableOf(db, 'jobs').count()).toBe(0);
    unlisten();
  });

  it('tells which tables it has changed, not which it could have', async () => {
    const heard = vi.fn();
    const unlisten = db.written.listen(heard);
    await db.write(['jobs', 'ledger', 'media'], async (transaction) => {
      await transaction.put('jobs', [waiting(1)]);
      await transaction.put('media', []);
    });
    await eventually(() => expect(heard.mock.calls).toEqual([[['jobs']]]));
    unlisten();
  });

  it('that nobody can be told of is done all the same', async () => {
    const told = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockImplementation(() => {
      throw new Error('no channel');
    });
    await add(1);
    expect(told).toHaveBeenCalledOnce();
    expect(await tableOf(db, 'jobs').count()).toBe(1);
  });
});

/** The transactions that begin from now on, on which connections, and how they end, in that order. */
function watchTransactions() {
  const connections: IDBDatabase[] = [];
  const transactions: IDBTransaction[] = [];
  const ended: string[] = [];
  const begin = IDBDatabase.prototype.transaction;
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...args
  ) {
    connections.push(this);
    const transaction = begin.apply(this, args);
    transactions.push(transaction);
    for (const end of ['complete', 'abort'])
      transaction.addEventListener(end, () => ended.push(end));
    return transaction;
  });
  return { begun, connections, transactions, ended };
}

describe('the connection', () => {
  it('is opened by who asks first, once', async () => {
    const open = vi.spyOn(indexedDB, 'open');
    const own = new Database(db.name);
    expect(open).not.toHaveBeenCalled();
    await Promise.all([countJobs(own), latestChange(own), tableOf(own, 'saves').count()]);
    expect(open).toHaveBeenCalledOnce();
    await own.close();
  });

  it('that could not be opened is tried again by who asks next', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new Error('no disk');
    });
    await expect(countJobs(db)).rejects.toThrow('no disk');
    expect(await countJobs(db)).toBe(0);
  });

  it('that fails for no known reason is tried again at once', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('Internal error', 'UnknownError');
    });
    expect(await countJobs(db)).toBe(0);
  });

  it('makes way for a newer version, says so at once, and writes nothing from then on', async () => {
    await add(1);
    const heard = vi.fn();
    db.withheld.watch(heard);
    const newer = await openDB(db.name, 1000, {
      upgrade: (connection) => void connection.createObjectStore('later'),
    });
    expect(heard.mock.calls).toEqual([[undefined], ['newer']]);
    await expect(add(2)).rejects.toThrow('newer');
    await expect(countJobs(db)).rejects.toThrow('newer');
    expect(await newer.getAll('jobs')).toEqual([waiting(1)]);
    newer.close();
  });

  it('that finds what a newer version has left says so, and leaves it as it is', async () => {
    const newer = await openDB(db.name, 1000, {
      upgrade: (connection) => void connection.createObjectStore('jobs', { keyPath: 'id' }),
    });
    await newer.put('jobs', JOBS.done);
    await expect(add(2)).rejects.toMatchObject({ why: 'newer' });
    expect(db.withheld.get()).toBe('newer');
    await expect(add(2)).rejects.toThrow('newer');
    expect(await newer.getAll('jobs')).toEqual([JOBS.done]);
    newer.close();
  });

  it('makes way for who deletes the database', async () => {
    await add(1);
    await deleteDB(db.name);
    expect(await countJobs(db)).toBe(0);
  });

  it('that the browser has closed is opened again, whether it has said so or not', async () => {
    await add(1);
    const { connections } = watchTransactions();
    expect(await countJobs(db)).toBe(1);
    const [first] = connections;
    first?.close();
    expect(await countJobs(db)).toBe(1);
    const second = connections.at(-1);
    expect(second).not.toBe(first);
    second?.dispatchEvent(new IDBVersionChangeEvent('close'));
    await add(2);
    expect(connections.at(-1)).not.toBe(second);
    expect(await countJobs(db)).toBe(2);
    second?.close();
  });

  it('says that it waits for an older version', async () => {
    const told = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const old = await openDB(db.name, 10, {
      upgrade: (connection) => void connection.createObjectStore('jobs', { keyPath: 'id' }),
    });
    const count = tableOf(db, 'jobs').count();
    await eventually(() => expect(told).toHaveBeenCalledOnce());
    await old.put('jobs', JOBS.done);
    old.close();
    expect(await count).toBe(1);
  });

  it('that an older version blocks is refused after ten seconds, and is there once it lets go', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const old = await openDB(db.name, 10, {
      upgrade: (connection) => void connection.createObjectStore('jobs', { keyPath: 'id' }),
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const refused = expect(countJobs(db)).rejects.toThrow('blocked');
    while (vi.getTimerCount() === 0) await new Promise((done) => setImmediate(done));
    await vi.advanceTimersByTimeAsync(9_999);
    expect(db.withheld.get()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    vi.useRealTimers();
    await refused;
    expect(db.withheld.get()).toBe('blocked');
    await expect(countJobs(db)).rejects.toThrow('blocked');
    old.close();
    await eventually(() => expect(db.withheld.get()).toBeUndefined());
    expect(await countJobs(db)).toBe(0);
  });
});
