import { core } from './010-core.ts';
import { registers } from './020-registers.ts';
import { exchange } from './030-exchange.ts';
import { undo } from './040-undo.ts';
import { nameWords } from './050-name-words.ts';
import { sheetLayouts } from './060-sheet-layouts.ts';
import { unitPacks } from './070-unit-packs.ts';
import { registerKeys } from './080-register-keys.ts';
import { rectification } from './090-rectification.ts';
import { listIndexes } from './110-list-indexes.ts';
import { campaignVersions } from './120-campaign-versions.ts';
import { actions } from './130-actions.ts';
import { evaluations } from './140-evaluations.ts';
import { supporting } from './150-supporting.ts';
import { weeklyReports } from './160-weekly-reports.ts';
import { figureIndexes } from './170-figure-indexes.ts';
import { keyRotation } from './190-key-rotation.ts';
import { periods } from './200-periods.ts';
import { handingOver } from './210-handing-over.ts';
import { groupEvaluations } from './220-group-evaluations.ts';
import { feedbackFields } from './230-feedback-fields.ts';
import { importDesk } from './240-import-desk.ts';
import { oversight } from './250-oversight.ts';
import { officeFigures } from './260-office-figures.ts';
import { namedBundles } from './280-named-bundles.ts';
import { givenNumbers } from './290-given-numbers.ts';
import { feedbackEcho } from './300-feedback-echo.ts';

export interface Migration {
  /** Becomes `PRAGMA user_version`; in steps of ten. */
  readonly number: number;
  readonly sql: string;
}

/** Every migration in order. One that was released is never edited, and none imports live code. */
export const MIGRATIONS: readonly Migration[] = [
  core,
  registers,
  exchange,
  undo,
  nameWords,
  sheetLayouts,
  unitPacks,
  registerKeys,
  rectification,
  listIndexes,
  campaignVersions,
  actions,
  evaluations,
  supporting,
  weeklyReports,
  figureIndexes,
  keyRotation,
  periods,
  handingOver,
  groupEvaluations,
  feedbackFields,
  importDesk,
  oversight,
  officeFigures,
  namedBundles,
  givenNumbers,
  feedbackEcho,
];
