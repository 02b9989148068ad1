export { FiguresPage } from './figures-page.tsx';
export { FiguresTable } from './figures-table.tsx';
