/** What has to agree before a release. */
export interface Release {
  /** Name of the tag; undefined in a dry run without one. */
  readonly tag: string | undefined;
  /** Of `package.json` and of the lockfile. */
  readonly version: string;
  readonly lockedVersion: string;
  /** The text of CHANGELOG.md. */
  readonly changelog: string;
}

/** What stands under a heading of the changelog, such as `Unreleased`; undefined where there is none. */
function chapterOf(changelog: string, title: string): string | undefined {
  const chapters = changelog.split(/^## /m).slice(1);
  const chapter = chapters.find((text) => /^\S+/.exec(text)?.[0] === title);
  return chapter?.slice(chapter.indexOf('\n')).trim();
}

/** What the changelog says of a version: the notes of its release. Undefined where it says nothing. */
export const releaseNotes = (changelog: string, version: string): string | undefined =>
  chapterOf(changelog, version) || undefined;

/** What does not agree, one sentence each; nothing where it may be released. */
export function releaseFaults({ tag, version, lockedVersion, changelog }: Release): string[] {
  const faults: string[] = [];
  if (tag !== undefined && tag !== `v${version}`)
    faults.push(`The tag is ${tag}, but package.json has the version ${version}.`);
  if (lockedVersion !== version)
    faults.push(`package-lock.json has the version ${lockedVersion}, package.json ${version}.`);
  if (releaseNotes(changelog, version) === undefined)
    faults.push(`CHANGELOG.md says nothing of ${version}.`);
  if (tag !== undefined && chapterOf(changelog, 'Unreleased'))
    faults.push('CHANGELOG.md has lines under “Unreleased” that belong to no version.');
  return faults;
}
