import { parseJson } from '@/lib/base/json';

/** What the page says of its session, each part where it says it in its form. */
export interface PageConfig {
  /**
   * Goes with every call of the page and makes it the account's own (`SNlM0e`). A secret as the token
   * of labs.google is: kept in memory, sent to the page's own origin, shown and stored nowhere.
   * Without it nobody is signed in.
   */
  readonly at?: string;
  /** The page's build (`cfb2h`): ids of calls change with it. */
  readonly build?: string;
  /** The page's session (`FdrFJe`), a whole number as text. */
  readonly sid?: string;
  /** Whose the page is (`oPEP7c`); only to be hashed and masked, as that of labs.google. */
  readonly email?: string;
}

/** A page's configuration with somebody signed in. */
export type SignedInConfig = PageConfig & { readonly at: string };

/** UTF-16 units behind the name of the configuration; it is in the first of its scripts. */
const LOOKED_AT = 2_000_000;

const FIELDS = {
  at: ['SNlM0e', /^[\w.:/+=-]{8,500}$/],
  build: ['cfb2h', /^[\w.-]{3,200}$/],
  sid: ['FdrFJe', /^-?\d{1,20}$/],
  email: ['oPEP7c', /^[^\s@"<>]{1,64}@[^\s@"<>]{1,255}$/],
} as const satisfies Record<keyof PageConfig, readonly [key: string, form: RegExp]>;

/**
 * Reads the text of the page's inline script, `window.WIZ_global_data = {…};` (reported). It is never
 * run, and not parsed as a whole: only the values of four keys are.
 *
 * @returns undefined where there is no such script in the text; without `at`, nobody is signed in
 */
export function readPageConfig(text: string): PageConfig | undefined {
  const start = text.indexOf('WIZ_global_data');
  if (start < 0) return undefined;
  const script = text.slice(start, start + LOOKED_AT);
  const read = (name: keyof PageConfig) => {
    const [key, form] = FIELDS[name];
    const value = textOf(script, key);
    return value !== undefined && form.test(value) ? { [name]: value } : {};
  };
  return { ...read('at'), ...read('build'), ...read('sid'), ...read('email') };
}

/** Whether somebody is signed in. */
export const isSignedIn = (config: PageConfig): config is SignedInConfig => config.at !== undefined;

/** A text by its key. Quotes inside of texts have a backslash before them: no text is taken for a key. */
function textOf(script: string, key: string): string | undefined {
  const [, quoted] =
    new RegExp(`"${key}"\\s*:\\s*("(?:[^"\\\\\\n]|\\\\.){1,1000}")`).exec(script) ?? [];
  // The page's scripts write some signs as `\x3d`, which JSON does not have.
  const json = quoted?.replace(/\\x([\da-f]{2})/gi, '\\u00$1');
  const value = json === undefined ? undefined : parseJson(json);
  return typeof value === 'string' ? value : undefined;
}
