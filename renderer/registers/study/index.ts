export { AttendancePage } from './attendance-page.tsx';
export { MatrixPage } from './matrix-page.tsx';
export { SessionsPage } from './sessions-page.tsx';
export { StatisticsPage } from './statistics-page.tsx';
