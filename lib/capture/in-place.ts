import { apply, beside } from './natives';

type Native = (...args: never) => unknown;

/** A call as the page makes it: the function itself, its `this` and its arguments. */
type Call = (native: Native, self: unknown, args: unknown[]) => unknown;

const originals = beside<Native>();

/**
 * Puts an observer in a function's place. Name, length, properties and their flags stay those of
 * the function.
 *
 * @param call does the function's own work, exactly once
 */
export function observeCalls<Name extends string>(
  owner: { [Key in Name]: Native },
  name: Name,
  call: Call,
): void {
  const native = owner[name];
  const observed = new Proxy(native, {
    // Without a prototype: the page cannot add traps by way of `Object.prototype`.
    __proto__: null,
    apply: call,
  } as ProxyHandler<Native>);
  originals.set(observed, native);
  owner[name] = observed as (typeof owner)[Name];
}

/** The text of an observed function is the text of the function that it stands for. */
export const hideObservers = (): void =>
  observeCalls(Function.prototype, 'toString', (native, self, args) =>
    apply(native as () => string, originals.get(self) ?? self, args as []),
  );
