const SECRETS: readonly [RegExp, string][] = [
  [/ya29\.[\w.-]+/g, 'ya29.…'],
  [/(bearer\s+)[^\s"']+/gi, '$1…'],
  [/(Signature=)[^&\s"']+/g, '$1…'],
  [/[\w.+-]+@[\w-]+\.[\w.]+/g, '…@…'],
];

/** Text without bearer tokens, URL signatures and e-mail URLs. */
export function redact(text: string): string {
  return SECRETS.reduce((rest, [pattern, mask]) => rest.replace(pattern, mask), text);
}

/** Writes one redacted line to the console of the extension's own page or worker. */
export function warn(where: string, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.warn(redact(`${where}: ${text}`));
}
