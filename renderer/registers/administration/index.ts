export { RestoreButton } from './restore-button.tsx';
export { SetupPage } from './setup-page.tsx';
export { SystemPage } from './system-page.tsx';
export { UnlockPage } from './unlock-page.tsx';
