export { EvaluationPage } from './evaluation-page.tsx';
