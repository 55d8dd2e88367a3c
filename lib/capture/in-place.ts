import { apply, beside } from './natives';

type Native = (...args: never) => unknown;

/**
 * A call as the page makes it: the function itself, its `this` and its arguments. Those have the types
 * that the function asks for; the page may give others, and whoever reads them bears that.
 */
type Call<Of> = Of extends (...args: infer Args) => infer Result
  ? (native: Of, self: unknown, args: Args) => Result
  : never;

declare global {
  /** In a literal, this key is its prototype; the types of the language leave it out. */
  interface ProxyHandler<T extends object> {
    readonly __proto__?: null;
  }
}

const originals = beside<Native>();

/**
 * Puts an observer in a function's place. Name, length, properties and their flags stay those of
 * the function.
 *
 * @param call does the function's own work, exactly once
 */
export function observeCalls<Name extends string, Owner extends Record<Name, Native>>(
  owner: Owner,
  name: Name,
  call: Call<Owner[Name]>,
): void {
  const native = owner[name];
  const observed = new Proxy<Owner[Name]>(native, {
    // Without a prototype: the page cannot add traps by way of `Object.prototype`.
    __proto__: null,
    apply: call,
  });
  originals.set(observed, native);
  owner[name] = observed;
}

/** The text of an observed function is the text of the function that it stands for. */
export const hideObservers = (): void =>
  observeCalls(Function.prototype, 'toString', (native, self, args) =>
    apply(native, originals.get(self) ?? self, args),
  );
