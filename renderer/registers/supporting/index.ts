export { TalksPage } from './talks-page.tsx';
