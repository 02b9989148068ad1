export { FormsPage } from './forms-page.tsx';
