export { WeeklyPage } from './weekly-page.tsx';
