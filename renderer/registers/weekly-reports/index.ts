export { WeeklyLedger } from './weekly-ledger.tsx';
export { WeeklyPage } from './weekly-page.tsx';
