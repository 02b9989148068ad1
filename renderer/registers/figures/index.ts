export type { AcrossData } from './chart-data.ts';
export { ChartFrame } from './chart-frame.tsx';
export { pointsBetween } from './figure-question.ts';
export { FiguresPage } from './figures-page.tsx';
export { FiguresTable } from './figures-table.tsx';
