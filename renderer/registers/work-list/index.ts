export { WorkListPage } from './work-list-page.tsx';
