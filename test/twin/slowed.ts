import { Transform } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

const STEPS = 10; // in a second

// Lets so many bytes a second through; all of them where no pace is given.
export function slowed(bytesPerSecond: number | undefined): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (bytesPerSecond === undefined) return done(null, chunk);
      const step = Math.max(1, Math.floor(bytesPerSecond / STEPS));
      const pass = async () => {
        for (let at = 0; at < chunk.length; at += step) {
          this.push(chunk.subarray(at, at + step));
          await wait(1000 / STEPS);
        }
      };
      pass().then(() => done(), done);
    },
  });
}
