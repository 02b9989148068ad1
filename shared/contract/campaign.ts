import { z } from 'zod';
import { EDUCATION_TYPES, PHASE_STAGES } from '../vocabulary/words.ts';
import { calendarDate, id, procedure, rev, rowVersion, shortText } from './base.ts';
import {
  presetActions,
  presetCategoryLists,
  presetEvaluation,
  presetMakeup,
  presetPhases,
  presetTypes,
} from './preset.ts';

const appliesTo = z.enum(['unit', 'all']);
const category = z.object({ id: z.string(), name: z.string(), list: z.string(), appliesTo });

const phase = z.object({
  id: z.string(),
  name: z.string(),
  beginsOn: z.string(),
  endsOn: z.string(),
  stage: z.enum(PHASE_STAGES),
});
/** Of self-inspection. */
const round = z.object({ number: z.int(), name: z.string(), beginsOn: z.string(), endsOn: z.string() });

const types = {
  requiredTypes: presetTypes.shape.required,
  /** Those a session may bear beside the required ones. */
  offeredTypes: presetTypes.shape.offered,
  /** What the campaign calls a type; absent: its usual name. */
  typeNames: z.partialRecord(z.enum(EDUCATION_TYPES), z.string()),
};

const parts = {
  phases: z.array(phase),
  ...types,
  actions: presetActions,
  categoryLists: presetCategoryLists,
  evaluation: presetEvaluation,
  makeup: presetMakeup,
  rounds: z.array(round),
};

/** What a preset or a file holds, told before it is taken. */
const held = z.object({
  id: z.string(),
  name: z.string(),
  phases: z.array(phase),
  rounds: z.array(round),
  requiredTypes: presetTypes.shape.required,
  typeNames: types.typeNames,
  /** Named ones, and places still to be named. */
  actions: z.int(),
  placeholders: z.int(),
  /** Lists switched on, with how many categories each has. */
  categoryLists: z.array(z.object({ name: z.string(), categories: z.int() })),
  indicators: z.int(),
});

/** A campaign's file as text: JSON, 1 MiB at most. */
const fileText = z.string().min(2).max(1_048_576);

/** What a campaign is begun from. */
const beginning = z.discriminatedUnion('from', [
  z.object({ from: z.literal('preset'), preset: z.string().min(1).max(64) }),
  z.object({ from: z.literal('file'), content: fileText }),
  z.object({ from: z.literal('empty'), id: z.string().max(64), name: shortText, phases: presetPhases }),
]);

export const campaign = {
  /** What is shipped, for the first set-up and for another campaign. */
  presets: procedure.meta({ who: 'anyone' }).output(z.array(held)),
  /** The version in force today, or on a day; of the own office, one of a group's, or closed books. */
  current: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ office: id.optional(), on: calendarDate.optional() }).optional())
    .output(
      z.object({
        id,
        rev,
        preset: z.string(),
        name: z.string(),
        /** 1 for the one that the campaign was begun with. */
        version: z.int(),
        /** From when that version holds; null: from the beginning. */
        effectiveOn: z.string().nullable(),
        ...parts,
        /** Categories that can be chosen now; those of units only are not offered for a person's filing. */
        categories: z.array(category),
        /** Those that stand in old rows and can be chosen no more. */
        retired: z.array(category),
      }),
    ),
  /** Newest first. */
  versions: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ office: id.optional() }).optional())
    .output(
      z.array(
        z.object({
          version: z.int(),
          /** Null: from the beginning. */
          effectiveOn: z.string().nullable(),
          reason: z.string().nullable(),
          /** The account's name; null for the program's own and where it was not passed on. */
          by: z.string().nullable(),
          at: z.string(),
          /** Which parts differ from the version before; none for the first. */
          changed: z.array(z.string()),
        }),
      ),
    ),
  /**
   * The next version. A part that is given replaces that part whole; a version counts from its day on, and what was
   * counted as of earlier days stays as it was.
   */
  change: procedure
    .meta({ who: ['reviewer', 'administrator', 'leader'] })
    .input(
      z.object({
        rev,
        reason: shortText.nullable().default(null),
        /** Null: today; never later, never before the last version's. */
        effectiveOn: calendarDate.nullable().default(null),
        name: shortText.optional(),
        phases: presetPhases.optional(),
        requiredTypes: types.requiredTypes.optional(),
        offeredTypes: types.offeredTypes.optional(),
        typeNames: types.typeNames.optional(),
        actions: presetActions.optional(),
        categoryLists: presetCategoryLists.optional(),
        evaluation: presetEvaluation.optional(),
        makeup: presetMakeup.optional(),
      }),
    )
    .output(rowVersion.extend({ version: z.int() })),
  /** What a file holds, or what is wrong with it. */
  check: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ content: fileText }))
    .output(held),
  /** The version in force, as a file from which another office can begin. */
  saveFile: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ office: id.optional() }).optional())
    .output(z.object({ fileName: z.string(), content: z.string() })),
  /** What beginning another campaign would close, carry over and leave open. Nothing is changed. */
  beginPreview: procedure
    .meta({ who: ['administrator'], at: 'office' })
    .input(z.object({ beginning }))
    .output(
      z.object({
        begins: held,
        closes: z.object({
          name: z.string(),
          sessions: z.int(),
          filings: z.int(),
          items: z.int(),
          /** By what still waits for somebody: sessions not approved, items not closed, filings not archived. */
          openSessions: z.int(),
          openFilings: z.int(),
          openItems: z.int(),
        }),
        carries: z.object({ units: z.int(), people: z.int() }),
        /** Recipients whom the last changes have not reached: name, and what they have acknowledged. */
        unsent: z.array(z.object({ name: z.string(), lastSequence: z.int().nullable() })),
      }),
    ),
  /**
   * Closes the books: all rows go to the closed books, live units and people with their postings are carried into
   * the new ones. It cannot be undone.
   */
  begin: procedure
    .meta({ who: ['administrator'], at: 'office' })
    .input(z.object({ rev, beginning, carryRoster: z.boolean().default(true) }))
    .output(rowVersion.extend({ closed: id })),
  /** Newest first; at a group of every office. Read with `office` set to the id. */
  closedBooks: procedure.meta({ who: 'signedIn' }).output(
    z.array(
      z.object({
        id,
        code: z.string(),
        officeName: z.string(),
        campaign: z.string(),
        closedOn: z.string(),
        /** Id of the office whose books they were. */
        of: id,
      }),
    ),
  ),
  /** A category of the office's own; `rev` is the campaign's. Lists are versioned: none is rewritten. */
  addCategory: procedure
    .meta({ who: ['reviewer'], at: 'office' })
    .input(z.object({ rev, name: shortText, appliesTo: appliesTo.default('all') }))
    .output(rowVersion.extend({ category: z.string() })),
  /** Takes a category, the office's own or laid down, out of what can be chosen, or back in. */
  retireCategory: procedure
    .meta({ who: ['reviewer'], at: 'office' })
    .input(z.object({ rev, category: z.string().min(1).max(64), retired: z.boolean().default(true) }))
    .output(rowVersion),
};
