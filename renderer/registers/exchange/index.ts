export { ExchangePage } from './exchange-page.tsx';
export { ImportPage } from './import-page.tsx';
export { PeriodsPage } from './periods-page.tsx';
export { QuarantinePage } from './quarantine-page.tsx';
