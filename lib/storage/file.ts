/** The mp4 inside an answer (base64 text) as a file. */
export function fileOf(base64: string): Blob {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: 'video/mp4' });
}
