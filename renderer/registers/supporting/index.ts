export { CountersLedger } from './counters-ledger.tsx';
export { CountersPage } from './counters-page.tsx';
export { InstitutionsLedger } from './institutions-ledger.tsx';
export { InstitutionsPage } from './institutions-page.tsx';
export { TalksLedger } from './talks-ledger.tsx';
export { TalksPage } from './talks-page.tsx';
