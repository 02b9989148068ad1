import { implement, type Router } from '@orpc/server';
import { type Contract, contract } from '../../shared/contract/index.ts';
import { actionsRoutes } from './actions-routes.ts';
import { campaignRoutes } from './campaign-routes.ts';
import { evaluationRoutes } from './evaluation-routes.ts';
import { exchangeRoutes } from './exchange-routes.ts';
import { figuresRoutes } from './figures-routes.ts';
import { formsRoutes } from './forms-routes.ts';
import { officeRoutes } from './office-routes.ts';
import { oversightRoutes } from './oversight-routes.ts';
import { packsRoutes } from './packs-routes.ts';
import { periodsRoutes } from './periods-routes.ts';
import { personnelImportRoutes } from './personnel-import-routes.ts';
import { personnelRoutes } from './personnel-routes.ts';
import type { ApiContext } from './procedures.ts';
import { rectificationRoutes } from './rectification-routes.ts';
import { selfInspectionRoutes } from './self-inspection-routes.ts';
import { studyRoutes } from './study-routes.ts';
import { supportingImportRoutes } from './supporting-import-routes.ts';
import { supportingRoutes } from './supporting-routes.ts';
import { weeklyReportsRoutes } from './weekly-reports-routes.ts';
import { workListRoutes } from './work-list-routes.ts';

export type ApiRouter = Router<Contract, ApiContext>;

/** Everything of the contract, run against the host in the context. */
export const router: ApiRouter = implement(contract)
  .$context<ApiContext>()
  .router({
    office: officeRoutes,
    campaign: campaignRoutes,
    actions: actionsRoutes,
    evaluation: evaluationRoutes,
    personnel: { ...personnelRoutes, ...personnelImportRoutes },
    study: studyRoutes,
    selfInspection: selfInspectionRoutes,
    rectification: rectificationRoutes,
    supporting: { ...supportingRoutes, ...supportingImportRoutes },
    figures: figuresRoutes,
    weeklyReports: weeklyReportsRoutes,
    forms: formsRoutes,
    exchange: exchangeRoutes,
    packs: packsRoutes,
    oversight: oversightRoutes,
    periods: periodsRoutes,
    workList: workListRoutes,
  });
