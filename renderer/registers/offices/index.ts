export { FeedbackPage } from './feedback-page.tsx';
export { OfficePage } from './office-page.tsx';
export { OfficeSessions } from './office-sessions.tsx';
export { OfficesPage } from './offices-page.tsx';
