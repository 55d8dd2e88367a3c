/**
 * Puts a text in place of all that a field holds, as if it had been typed: the browser's own undo
 * brings back what was there.
 */
export function replaceText(field: HTMLTextAreaElement, text: string): void {
  field.focus();
  field.select();
  // The only way that keeps the field's undo history; there is no successor to it.
  if (document.execCommand('insertText', false, text)) return;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Where the style sheet cannot do it: as high as the text, within the bounds of the style sheet. */
export function fitHeight(field: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  field.style.blockSize = 'auto';
  field.style.blockSize = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}
