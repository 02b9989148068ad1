import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuText, ShellText } from './shell-text.ts';

/** The page has its own navigation. Only macOS needs a menu, for there copying and pasting are its doing. */
export function setApplicationMenu({ title, menu }: ShellText): void {
  const isMac = process.platform === 'darwin';
  Menu.setApplicationMenu(isMac ? Menu.buildFromTemplate(macMenu(title, menu)) : null);
}

function macMenu(title: string, text: MenuText): MenuItemConstructorOptions[] {
  return [
    { label: title, submenu: items(text, ['quit']) },
    { label: text.edit, submenu: items(text, ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll']) },
    { label: text.window, submenu: items(text, ['minimize', 'close']) },
  ];
}

type Role = Exclude<keyof MenuText, 'edit' | 'window'>;

function items(text: MenuText, roles: readonly Role[]): MenuItemConstructorOptions[] {
  return roles.map((role) => ({ role, label: text[role] }));
}
