import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';
import * as z from 'zod/mini';
import type { Bidi } from './bidi';
import { evaluateIn, type Json } from './evaluate';

/** The roles and names that a screen reader would say, by the same library that checks all views. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const node = z.object({
  type: z.literal('success'),
  result: z.object({ sharedId: z.optional(z.string()) }),
});

const said = z.object({
  type: z.literal('success'),
  result: z.object({ value: z.optional(z.string()) }),
});

/** A press that what moves meanwhile has let go beside its aim does nothing, and is made again. */
const GUARD = String((aim: Element) => {
  const kinds = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
  const state = { seen: 'missed', end: () => {} };
  const guard = (event: Event) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const label = target?.closest('label')?.control;
    // A click on a label is followed by one on its control.
    const isHit = target !== undefined && (aim.contains(target) || label === aim);
    if (!isHit) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (event.type === 'click') state.seen = 'hit';
  };
  for (const kind of kinds) addEventListener(kind, guard, true);
  state.end = () => {
    for (const kind of kinds) removeEventListener(kind, guard, true);
  };
  Object.assign(globalThis, { pressed: state });
});
const UNGUARD = String(() => {
  const { pressed } = globalThis as unknown as { pressed: { seen: string; end(): void } };
  pressed.end();
  return pressed.seen;
});

/** What of a page is meant: a role, and a name as it is said. */
export interface Which {
  readonly role: string;
  readonly name: string | RegExp;
}

/** A page in a tab of Firefox, as a user has it: by role and name, with real presses. */
export class Tab {
  readonly #bidi: Bidi;
  readonly context: string;

  constructor(bidi: Bidi, context: string) {
    this.#bidi = bidi;
    this.context = context;
  }

  async goto(url: string): Promise<void> {
    await this.#bidi.send('browsingContext.navigate', {
      context: this.context,
      url,
      wait: 'complete',
    });
  }

  evaluate<Given extends Json[], Got>(
    run: (...given: Given) => Got | Promise<Got>,
    ...given: Given
  ): Promise<Got> {
    return evaluateIn(this.#bidi, this.context, run, given);
  }

  front = () => this.#bidi.send('browsingContext.activate', { context: this.context });
  close = () => this.#bidi.send('browsingContext.close', { context: this.context });

  text = (selector = 'body'): Promise<string> =>
    this.evaluate(
      (selector) =>
        [...document.querySelectorAll<HTMLElement>(selector)]
          // biome-ignore lint/performance/useDomNodeTextContent: what a user sees, without what is hidden
          .map((each) => each.innerText)
          .join('\n'),
      selector,
    );

  /** Waits until the page says it. */
  async says(words: string | RegExp, selector?: string, timeout = 15_000): Promise<void> {
    const expected = expect.poll(() => this.text(selector).catch(String), { timeout });
    if (typeof words === 'string') await expected.toContain(words);
    else await expected.toMatch(words);
  }

  /** Presses what has that role and name, once it is there, can be seen and is not disabled. */
  async press(role: string, name: string | RegExp): Promise<void> {
    const press = async () => {
      const sharedId = await this.#find({ role, name });
      await this.#onElement(GUARD, sharedId);
      await this.#act(sharedId, [
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]);
      return this.#onElement(UNGUARD, sharedId);
    };
    await expect.poll(press, { message: `${role} “${name}” is hit`, timeout: 15_000 }).toBe('hit');
  }

  /** Opens the browser's own menu on what a selector finds first. */
  async rightPress(selector: string): Promise<void> {
    await this.#act(await this.#select(selector), [
      { type: 'pointerDown', button: 2 },
      { type: 'pointerUp', button: 2 },
    ]);
  }

  /** Types a text into a field, in place of what is in it. */
  async fill(name: string | RegExp, text: string): Promise<void> {
    await this.press('textbox', name);
    const type = (value: string) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ];
    const control = '\uE009';
    await this.#keys([
      { type: 'keyDown', value: control },
      ...type('a'),
      { type: 'keyUp', value: control },
      ...[...text].flatMap(type),
    ]);
  }

  #keys = (actions: object[]) =>
    this.#bidi.send('input.performActions', {
      context: this.context,
      actions: [{ type: 'key', id: 'keys', actions }],
    });

  async #act(sharedId: string, actions: object[]): Promise<void> {
    await this.#bidi.send('input.performActions', {
      context: this.context,
      actions: [
        {
          type: 'pointer',
          id: 'mouse',
          actions: [
            { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element: { sharedId } } },
            ...actions,
          ],
        },
      ],
    });
  }

  /** Runs a function on an element; what it gives is a text. */
  async #onElement(run: string, sharedId: string): Promise<string | undefined> {
    const reply = await this.#bidi.send('script.callFunction', {
      functionDeclaration: run,
      arguments: [{ sharedId }],
      target: { context: this.context },
      awaitPromise: false,
    });
    return said.parse(reply).result.value;
  }

  async #find({ role, name }: Which): Promise<string> {
    const source = typeof name === 'string' ? { text: name } : { pattern: name.source };
    const run = async (role: string, { text, pattern }: { text?: string; pattern?: string }) => {
      const { axe } = globalThis as unknown as Window & { axe: Axe };
      axe.setup(document.body);
      const found = [...document.querySelectorAll('body *')].filter((each) => {
        if (axe.commons.aria.getRole(each) !== role || !each.checkVisibility()) return false;
        const said = axe.commons.text.accessibleText(each).trim();
        const isMeant = pattern === undefined ? said === text : new RegExp(pattern).test(said);
        return isMeant && !each.matches(':disabled, [aria-disabled=true]');
      });
      axe.teardown();
      const [one] = found;
      one?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const before = JSON.stringify(one?.getBoundingClientRect());
      // What still moves would be missed.
      for (const _ of '12') await new Promise((painted) => requestAnimationFrame(painted));
      return before === JSON.stringify(one?.getBoundingClientRect()) ? one : undefined;
    };
    return this.#located(`${role} “${name}”`, `(${run})`, [role, source], () => this.#bringAxe());
  }

  #select = (selector: string): Promise<string> => {
    const run = (selector: string) => {
      const found = document.querySelector(selector);
      found?.scrollIntoView({ block: 'center', behavior: 'instant' });
      return found;
    };
    return this.#located(selector, `(${run})`, [selector]);
  };

  #run = (expression: string) =>
    this.#bidi.send('script.evaluate', {
      expression,
      target: { context: this.context },
      awaitPromise: true,
    });

  /** Its half a megabyte is put into each document once. */
  async #bringAxe(): Promise<void> {
    if (!(await this.evaluate(() => 'axe' in globalThis))) await this.#run(AXE);
  }

  /** @param prepare done before each look: the page may be another one by then */
  async #located(
    what: string,
    run: string,
    given: readonly Json[],
    prepare: () => Promise<void> = async () => undefined,
  ): Promise<string> {
    let sharedId: string | undefined;
    const look = async () => {
      const reply = await prepare()
        .then(() => this.#run(`${run}(...${JSON.stringify(given)})`))
        .catch(() => undefined);
      sharedId = node.safeParse(reply).data?.result.sharedId;
      return sharedId === undefined ? `not in ${await this.text().catch(String)}` : 'there';
    };
    await expect.poll(look, { message: what, timeout: 15_000 }).toBe('there');
    return z.string().parse(sharedId);
  }
}

/** What is used of axe's own parts. */
interface Axe {
  setup(root: Element): void;
  teardown(): void;
  readonly commons: {
    readonly aria: { getRole(element: Element): string | null };
    readonly text: { accessibleText(element: Element): string };
  };
}
