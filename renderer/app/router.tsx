import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { BrokenPage } from './breakdown.tsx';
import { NotFound } from './not-found.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const workList = () => import('../registers/work-list/index.ts');
const personnel = () => import('../registers/personnel/index.ts');
const study = () => import('../registers/study/index.ts');
const selfInspection = () => import('../registers/self-inspection/index.ts');
const rectification = () => import('../registers/rectification/index.ts');
const actions = () => import('../registers/actions/index.ts');
const supporting = () => import('../registers/supporting/index.ts');
const evaluation = () => import('../registers/evaluation/index.ts');
const exchange = () => import('../registers/exchange/index.ts');
const offices = () => import('../registers/offices/index.ts');
const figures = () => import('../registers/figures/index.ts');
const weeklyReports = () => import('../registers/weekly-reports/index.ts');
const packs = () => import('../registers/packs/index.ts');
const forms = () => import('../registers/forms/index.ts');
const campaign = () => import('../registers/campaign/index.ts');
const administration = () => import('../registers/administration/index.ts');

const routes = [
  at('/', lazyRouteComponent(workList, 'WorkListPage')),
  at('/personnel', lazyRouteComponent(personnel, 'PeoplePage')),
  at('/personnel/import', lazyRouteComponent(personnel, 'RosterImportPage')),
  at('/personnel/$id', lazyRouteComponent(personnel, 'PersonPage')),
  at('/study', lazyRouteComponent(study, 'SessionsPage')),
  at('/study/matrix', lazyRouteComponent(study, 'MatrixPage')),
  at('/study/statistics', lazyRouteComponent(study, 'StatisticsPage')),
  at('/study/$id', lazyRouteComponent(study, 'AttendancePage')),
  at('/self-inspection', lazyRouteComponent(selfInspection, 'FilingsPage')),
  at('/rectification', lazyRouteComponent(rectification, 'ItemsPage')),
  at('/rectification/review', lazyRouteComponent(rectification, 'ItemReviewPage')),
  at('/rectification/progress', lazyRouteComponent(rectification, 'ItemProgressPage')),
  at('/actions', lazyRouteComponent(actions, 'ActionsPage')),
  at('/talks', lazyRouteComponent(supporting, 'TalksPage')),
  at('/institutions', lazyRouteComponent(supporting, 'InstitutionsPage')),
  at('/counters', lazyRouteComponent(supporting, 'CountersPage')),
  at('/evaluation', lazyRouteComponent(evaluation, 'EvaluationPage')),
  at('/exchange', lazyRouteComponent(exchange, 'ExchangePage')),
  at('/exchange/import', lazyRouteComponent(exchange, 'ImportPage')),
  at('/exchange/periods', lazyRouteComponent(exchange, 'PeriodsPage')),
  at('/exchange/quarantine', lazyRouteComponent(exchange, 'QuarantinePage')),
  at('/offices', lazyRouteComponent(offices, 'OfficesPage')),
  at('/offices/$office', lazyRouteComponent(offices, 'OfficePage')),
  at('/feedback', lazyRouteComponent(offices, 'FeedbackPage')),
  at('/packs', lazyRouteComponent(packs, 'PacksPage')),
  at('/figures', lazyRouteComponent(figures, 'FiguresPage')),
  at('/figures/weekly', lazyRouteComponent(weeklyReports, 'WeeklyPage')),
  at('/forms', lazyRouteComponent(forms, 'FormsPage')),
  at('/campaign', lazyRouteComponent(campaign, 'CampaignPage')),
  at('/books/$office', lazyRouteComponent(campaign, 'BookPage')),
  at('/system', lazyRouteComponent(administration, 'SystemPage')),
];

function at<Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) {
  return createRoute({ getParentRoute: () => root, path, component, validateSearch: anySearch });
}

/** Filters of a list stand in the address, so that going back finds the list as it was. */
function anySearch(search: Record<string, unknown>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)]));
}

export const router = createRouter({
  routeTree: root.addChildren(routes),
  history: createHashHistory(),
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
