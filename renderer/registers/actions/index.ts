export { ActionsPage, ActionsRoom } from './actions-page.tsx';
