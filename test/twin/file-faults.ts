// What storage does with a clip instead of giving it, whatever the address says: 403; an error page
// under 200, larger than any error of its own; half of the bytes, then the connection breaks.
export type FileFault = 'forbidden' | 'page' | 'broken';

export interface FileFaults {
  add(fault: FileFault, mediaKey?: string): () => void; // of one clip or of all; gives back what ends it
  of(mediaKey: string): FileFault | undefined;
}

export function createFileFaults(): FileFaults {
  const standing = new Set<{ fault: FileFault; mediaKey: string | undefined }>();
  return {
    add(fault, mediaKey) {
      const entry = { fault, mediaKey };
      standing.add(entry);
      return () => void standing.delete(entry);
    },
    of: (mediaKey) =>
      [...standing].find((each) => each.mediaKey === undefined || each.mediaKey === mediaKey)
        ?.fault,
  };
}

export const ERROR_PAGE = `<!doctype html><title>Error</title>${'<p>That’s an error.</p>'.repeat(500)}`;
