export { ExchangePage } from './exchange-page.tsx';
export { ImportPage } from './import-page.tsx';
