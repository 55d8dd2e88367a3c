/**
 * Address of the video under a pointer event: on the event's path (through open shadow roots),
 * else anywhere in the pile under the point (overlays), else by its box (`pointer-events: none`).
 */
export function videoUnder(event: MouseEvent): string | undefined {
  const { clientX: x, clientY: y } = event;
  const onPath = event.composedPath().find(isVideo);
  const video = onPath ?? inPile(document, x, y) ?? byBox(document, x, y);
  return video === undefined ? undefined : video.currentSrc || video.src || undefined;
}

const isVideo = (node: EventTarget): node is HTMLVideoElement => node instanceof HTMLVideoElement;

function inPile(root: DocumentOrShadowRoot, x: number, y: number): HTMLVideoElement | undefined {
  for (const element of root.elementsFromPoint(x, y)) {
    if (isVideo(element)) return element;
    const inside = element.shadowRoot;
    const found = inside && inside !== root ? inPile(inside, x, y) : undefined;
    if (found) return found;
  }
  return undefined;
}

function byBox(root: Document, x: number, y: number): HTMLVideoElement | undefined {
  return [...root.querySelectorAll('video')].find((video) => {
    const box = video.getBoundingClientRect();
    return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  });
}
