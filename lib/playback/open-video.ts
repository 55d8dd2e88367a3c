/**
 * A video of a file that no page shows, silent, whose pictures may be drawn. Media elements of one
 * page share what they have fetched of a URL. `close` gives its memory and decoder back.
 */
export function openVideo(
  url: string,
  preload: 'auto' | 'metadata' = 'auto',
): { video: HTMLVideoElement; close: () => void } {
  const video = document.createElement('video');
  video.crossOrigin = 'anonymous';
  video.muted = true;
  video.preload = preload;
  video.src = url;
  return {
    video,
    close() {
      video.removeAttribute('src');
      video.load();
    },
  };
}
