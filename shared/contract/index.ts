import { actions } from './actions.ts';
import { campaign } from './campaign.ts';
import { evaluation } from './evaluation.ts';
import { exchange } from './exchange.ts';
import { figures } from './figures.ts';
import { forms } from './forms.ts';
import { office } from './office.ts';
import { oversight } from './oversight.ts';
import { packs } from './packs.ts';
import { periods } from './periods.ts';
import { personnel } from './personnel.ts';
import { rectification } from './rectification.ts';
import { selfInspection } from './self-inspection.ts';
import { study } from './study.ts';
import { supporting } from './supporting.ts';
import { weeklyReports } from './weekly-reports.ts';
import { workList } from './work-list.ts';

/** Each part by its name: written out in one, the type is longer than a compiler takes. */
export type Contract = {
  office: typeof office;
  campaign: typeof campaign;
  actions: typeof actions;
  evaluation: typeof evaluation;
  personnel: typeof personnel;
  study: typeof study;
  selfInspection: typeof selfInspection;
  rectification: typeof rectification;
  supporting: typeof supporting;
  figures: typeof figures;
  weeklyReports: typeof weeklyReports;
  forms: typeof forms;
  exchange: typeof exchange;
  packs: typeof packs;
  oversight: typeof oversight;
  periods: typeof periods;
  workList: typeof workList;
};

/** The one list of everything that a host can be asked. */
export const contract: Contract = {
  office,
  campaign,
  actions,
  evaluation,
  personnel,
  study,
  selfInspection,
  rectification,
  supporting,
  figures,
  weeklyReports,
  forms,
  exchange,
  packs,
  oversight,
  periods,
  workList,
};
