export { ItemsLedger } from './items-ledger.tsx';
export { ItemsPage } from './items-page.tsx';
export { ItemProgressPage } from './progress-page.tsx';
export { ItemReviewPage } from './review-page.tsx';
