import { browser } from './browser';

/**
 * Shows one notification with the extension's mark.
 *
 * @param id another one of the same id is replaced; without one it stands for itself
 * @param button the words of its only button, where the browser shows buttons: Firefox refuses them
 */
export async function notify(
  title: string,
  message: string,
  id = '',
  button?: string,
): Promise<void> {
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message,
    ...(button !== undefined && !import.meta.env.FIREFOX && { buttons: [{ title: button }] }),
  });
}

/** Takes a notification away, if it is still there. */
export async function unnotify(id: string): Promise<void> {
  await browser.notifications.clear(id);
}

/**
 * Registers what a click on a notification with an id, and on its button, does. Call it synchronously
 * at the start.
 */
export function onNotification(clicked: (id: string) => void, pressed: (id: string) => void): void {
  const clearAnd = (act: (id: string) => void) => (id: string) => {
    void unnotify(id);
    act(id);
  };
  browser.notifications.onClicked.addListener(clearAnd(clicked));
  // Firefox has no buttons, and an event that never comes.
  browser.notifications.onButtonClicked?.addListener(clearAnd(pressed));
}
