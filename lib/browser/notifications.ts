import { browser } from 'wxt/browser';

/**
 * Shows one notification with the extension's mark.
 *
 * @param id another one of the same id is replaced; without one it stands for itself
 */
export async function notify(title: string, message: string, id = ''): Promise<void> {
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message,
  });
}

/** Registers what a click on a notification with an id does. Call it synchronously at the start. */
export function onNotification(clicked: (id: string) => void): void {
  browser.notifications.onClicked.addListener((id) => {
    void browser.notifications.clear(id);
    clicked(id);
  });
}
