import { Transform } from 'node:stream';

// Lets the first bytes of a file through, and the others once `passed` resolves.
export function slowed(passed: () => Promise<void>): Transform {
  let isFirst = true;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (!isFirst) return done(null, chunk);
      isFirst = false;
      const half = Math.ceil(chunk.length / 2);
      this.push(chunk.subarray(0, half));
      passed().then(() => done(null, chunk.subarray(half)), done);
    },
  });
}
