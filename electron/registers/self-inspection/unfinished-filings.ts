export { countUnfinished as unfinishedFilings } from './unfinished-filings-sql.ts';
