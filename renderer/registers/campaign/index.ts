export { BookPage } from './book-page.tsx';
export { CampaignPage } from './campaign-page.tsx';
