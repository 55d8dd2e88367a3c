import { browser } from 'wxt/browser';

/**
 * Saves a file through the browser's downloads.
 *
 * @param fileName may begin with folders; an existing file of that name is kept, the new one numbered
 * @throws when the browser refuses the address or the name
 */
export async function saveFile(url: string, fileName: string): Promise<void> {
  await browser.downloads.download({ url, filename: fileName, conflictAction: 'uniquify' });
}
