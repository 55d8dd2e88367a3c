import { expect } from '@playwright/test';
import type { Firefox } from './launch-firefox';
import type { Tab } from './tab';

interface Permissions {
  readonly ExtensionPermissions: {
    remove(id: string, what: object, extension: object): Promise<void>;
  };
}

/* Parts of Firefox's own window, which only code with all rights reaches. */

interface BrowserWindow {
  readonly Services: { readonly locale: { readonly availableLocales: readonly string[] } };
  readonly ChromeUtils: { importESModule(url: string): Permissions };
  readonly PopupNotifications: { readonly panel: Element & { readonly state: string } };
  readonly WebExtensionPolicy: {
    getByID(id: string): { readonly extension: { readonly backgroundState: string } };
  };
  readonly SidebarController: {
    show(id: string): Promise<void>;
  };
}

/** `running`, `suspending` or `stopped`: how the event page of the extension is. */
export const backgroundState = (): string => {
  const { WebExtensionPolicy } = globalThis as unknown as BrowserWindow;
  return WebExtensionPolicy.getByID('second-take@second-take.example').extension.backgroundState;
};

/** Whether Firefox itself has the words of that language. */
export const firefoxSpeaks = (language: string): boolean => {
  const { Services } = globalThis as unknown as BrowserWindow;
  return Services.locale.availableLocales.includes(language);
};

/** Opens the browser's menu on what a selector finds in a page, and chooses the entry of that name. */
export async function chooseInMenu(
  firefox: Firefox,
  page: Tab,
  selector: string,
  name: RegExp,
): Promise<void> {
  await page.rightPress(selector);
  const isOpen = () =>
    firefox.inBrowser(() => {
      const menu = document.getElementById('contentAreaContextMenu');
      return menu !== null && (menu as unknown as { state: string }).state === 'open';
    });
  await expect.poll(isOpen).toBe(true);
  const chosen = await firefox.inBrowser(async (pattern: string) => {
    interface Popup extends Element {
      readonly state: string;
      openPopup?: unknown;
      activateItem(item: Element): void;
    }
    interface Entry extends Element {
      openMenu(isOpen: boolean): void;
      readonly menupopup: Popup | null;
    }
    const root = document.getElementById('contentAreaContextMenu') as Popup | null;
    if (!root) return 'no menu';
    const seen: string[] = [];
    const opened = (popup: Popup) =>
      new Promise<void>((resolve) => {
        if (popup.state === 'open') resolve();
        else popup.addEventListener('popupshown', () => resolve(), { once: true });
      });
    const look = async (popup: Popup): Promise<boolean> => {
      for (const entry of [...popup.children] as Entry[]) {
        const label = entry.getAttribute('label') ?? '';
        const id = entry.id;
        if (popup === root && !id.includes('second-take')) continue;
        seen.push(label);
        if (entry.localName === 'menuitem' && new RegExp(pattern).test(label)) {
          popup.activateItem(entry);
          return true;
        }
        if (entry.localName === 'menu' && entry.menupopup) {
          entry.openMenu(true);
          await opened(entry.menupopup);
          if (await look(entry.menupopup)) return true;
          entry.openMenu(false);
        }
      }
      return false;
    };
    return (await look(root)) ? 'chosen' : seen.join(' | ');
  }, name.source);
  expect(chosen).toBe('chosen');
}

interface Typist {
  beginInputTransactionForTests(window: unknown): boolean;
  keydown(event: KeyboardEvent): number;
  keyup(event: KeyboardEvent): number;
}

/** Presses a letter while Alt and Shift are held, in the window itself, as a keyboard would. */
export const pressAltShift = (firefox: Firefox, letter: string): Promise<void> =>
  firefox.inBrowser((letter) => {
    const { Cc, Ci } = globalThis as unknown as {
      readonly Cc: Record<string, { createInstance(type: unknown): Typist } | undefined>;
      readonly Ci: { readonly nsITextInputProcessor: unknown };
    };
    const typist = Cc['@mozilla.org/text-input-processor;1']?.createInstance(
      Ci.nsITextInputProcessor,
    );
    if (!typist?.beginInputTransactionForTests(globalThis)) throw new Error('No keys here.');
    const keys = [
      { key: 'Alt', code: 'AltLeft', keyCode: 18 },
      { key: 'Shift', code: 'ShiftLeft', keyCode: 16 },
      { key: letter, code: `Key${letter}`, keyCode: letter.charCodeAt(0) },
    ].map((key) => new KeyboardEvent('', key));
    for (const key of keys) typist.keydown(key);
    for (const key of keys.reverse()) typist.keyup(key);
  }, letter);

/** Opens the sidebar. */
export const openSidebar = (firefox: Firefox): Promise<void> =>
  firefox.inBrowser(async () => {
    const { SidebarController } = globalThis as unknown as BrowserWindow;
    await SidebarController.show('second-take_second-take_example-sidebar-action');
  });

/**
 * What the sidebar says; nothing while it is closed.
 *
 * @param own any page of the extension
 */
export const sidebarText = (own: Tab): Promise<string> =>
  own.evaluate(() =>
    chrome.extension
      // Firefox's own word, which the types of Chromium do not know.
      .getViews({ type: 'sidebar' as 'tab' })
      // biome-ignore lint/performance/useDomNodeTextContent: what a user sees, without what is hidden
      .map((view) => (view as Window & typeof globalThis).document.body.innerText)
      .join(),
  );

/** Takes the sites of the manifest back, as its page of add-ons does. */
export const takeSitesBack = (firefox: Firefox, origins: readonly string[]): Promise<void> =>
  firefox.inBrowser(async (origins) => {
    const { ChromeUtils, WebExtensionPolicy } = globalThis as unknown as BrowserWindow;
    const { ExtensionPermissions } = ChromeUtils.importESModule(
      'resource://gre/modules/ExtensionPermissions.sys.mjs',
    );
    const id = 'second-take@second-take.example';
    const what = { permissions: [], origins, data_collection: [] };
    await ExtensionPermissions.remove(id, what, WebExtensionPolicy.getByID(id).extension);
  }, origins);

/** Says yes to what Firefox asks, once it asks; gives what it said. */
export async function allow(firefox: Firefox): Promise<string> {
  const press = () =>
    firefox.inBrowser(() => {
      const { PopupNotifications } = globalThis as unknown as BrowserWindow;
      const { panel } = PopupNotifications;
      const asked = panel.querySelector('popupnotification');
      if (panel.state !== 'open' || !asked) return '';
      (asked as Element & { readonly button: HTMLElement }).button.click();
      return asked.textContent ?? '';
    });
  let said = '';
  await expect
    .poll(async () => {
      said ||= await press();
      return said;
    })
    .not.toBe('');
  return said;
}

/** Width and height in px of the popup that the button of the toolbar opens. */
export const popupSize = (firefox: Firefox): Promise<readonly number[]> =>
  firefox.inBrowser(() => {
    const popup = document.querySelector('.webextension-popup-browser');
    const { width = 0, height = 0 } = popup?.getBoundingClientRect() ?? {};
    return [Math.round(width), Math.round(height)];
  });
