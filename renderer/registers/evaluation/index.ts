export { EvaluationLedger, EvaluationPage } from './evaluation-page.tsx';
