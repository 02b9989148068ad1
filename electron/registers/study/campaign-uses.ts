export { campaignUsesOfSessions, countSessions } from './campaign-uses-sql.ts';
