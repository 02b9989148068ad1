export { AttendancePage } from './attendance-page.tsx';
export { SessionsPage } from './sessions-page.tsx';
