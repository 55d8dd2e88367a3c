/** A tag that shows a clip or an image. */
type Tag = 'video' | 'img';
type Shown = HTMLElementTagNameMap[Tag];

/**
 * URLs of the video and of the image under a pointer event. Undefined for an event that a script
 * of the page has made: only a hand opens a menu.
 */
export function mediaUnder(event: MouseEvent): { video?: string; image?: string } | undefined {
  if (!event.isTrusted) return undefined;
  const [video, image] = [urlUnder(event, 'video'), urlUnder(event, 'img')];
  return { ...(video && { video }), ...(image && { image }) };
}

/**
 * URL of the video or image under a pointer event: on the event's path (through open shadow
 * roots), else anywhere in the pile under the point (overlays), else by its box
 * (`pointer-events: none`).
 */
function urlUnder(event: MouseEvent, tag: Tag): string | undefined {
  const { clientX: x, clientY: y } = event;
  const onPath = event.composedPath().find((node) => isShown(node, tag));
  const found = onPath ?? inPile(document, x, y, tag) ?? byBox(document, x, y, tag);
  return isShown(found, tag) ? found.currentSrc || found.src || undefined : undefined;
}

const isShown = (node: unknown, tag: Tag): node is Shown =>
  node instanceof HTMLElement && node.localName === tag;

function inPile(root: DocumentOrShadowRoot, x: number, y: number, tag: Tag): Shown | undefined {
  for (const element of root.elementsFromPoint(x, y)) {
    if (isShown(element, tag)) return element;
    const inside = element.shadowRoot;
    const found = inside && inside !== root ? inPile(inside, x, y, tag) : undefined;
    if (found) return found;
  }
  return undefined;
}

function byBox(root: Document, x: number, y: number, tag: Tag): Shown | undefined {
  return [...root.querySelectorAll(tag)].find((shown) => {
    const box = shown.getBoundingClientRect();
    return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  });
}
