export { FilingsLedger } from './filings-ledger.tsx';
export { FilingsPage } from './filings-page.tsx';
