export { usesOfEvaluations } from './evaluation-uses-sql.ts';
