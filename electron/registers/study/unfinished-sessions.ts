export { countUnfinished as unfinishedSessions } from './unfinished-sessions-sql.ts';
