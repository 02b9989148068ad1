export { ItemsLedger } from './items-ledger.tsx';
export { ItemsPage } from './items-page.tsx';
