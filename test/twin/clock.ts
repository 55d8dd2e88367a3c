export interface TwinClock {
  now(): number;
  advance(ms: number): void;
}

export function createClock(): TwinClock {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    advance: (ms) => {
      offset += ms;
    },
  };
}
