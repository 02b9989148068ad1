import { campaign } from './campaign.ts';
import { exchange } from './exchange.ts';
import { figures } from './figures.ts';
import { forms } from './forms.ts';
import { office } from './office.ts';
import { packs } from './packs.ts';
import { personnel } from './personnel.ts';
import { rectification } from './rectification.ts';
import { selfInspection } from './self-inspection.ts';
import { study } from './study.ts';
import { supporting } from './supporting.ts';
import { workList } from './work-list.ts';

/** The one list of everything that a host can be asked. */
export const contract = {
  office,
  campaign,
  personnel,
  study,
  selfInspection,
  rectification,
  supporting,
  figures,
  forms,
  exchange,
  packs,
  workList,
};

export type Contract = typeof contract;
