import type { Session } from 'electron';
import { isMadeByPage, isOfPage } from './page-address.ts';

/**
 * Shuts a session off from everything but the page: no permission, no device, no request that leaves `app://`, no
 * dictionary fetched, and of downloads only the files that the page made itself, which the user saves by name.
 */
export function guardSession(session: Session, developing: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !mayLoad(url, developing) }));
  session.on('will-download', (event, item) => {
    if (isMadeByPage(item.getURL())) item.setSaveDialogOptions({ defaultPath: item.getFilename() });
    else event.preventDefault();
  });
}

function mayLoad(url: string, developing: boolean): boolean {
  return isOfPage(url) || isMadeByPage(url) || (developing && url.startsWith('devtools://'));
}
