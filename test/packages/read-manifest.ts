import * as z from 'zod/mini';
import { type Browser, packagePath, packedFiles } from './packages';

const manifest = z.looseObject({
  permissions: z.array(z.string()),
  host_permissions: z.array(z.string()),
  content_security_policy: z.object({ extension_pages: z.string() }),
});

/** The manifest as it lies in the package for that browser. */
export function readManifest(browser: Browser) {
  const bytes = packedFiles(packagePath(browser)).get('manifest.json');
  return manifest.parse(JSON.parse(Buffer.from(bytes ?? []).toString()));
}

/** The sources of each directive of a content security policy. */
export const directivesOf = (policy: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
