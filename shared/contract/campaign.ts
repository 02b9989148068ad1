import { z } from 'zod';
import { EDUCATION_TYPES } from '../vocabulary/words.ts';
import { id, procedure, rev, rowVersion, shortText } from './base.ts';

const appliesTo = z.enum(['unit', 'all']);
const category = z.object({ id: z.string(), name: z.string(), list: z.string(), appliesTo });

export const campaign = {
  /** What is shipped, for the first set-up. */
  presets: procedure.meta({ who: 'anyone' }).output(
    z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        phases: z.array(
          z.object({ id: z.string(), name: z.string(), beginsOn: z.string(), endsOn: z.string() }),
        ),
        /** Of self-inspection. */
        rounds: z.array(
          z.object({ number: z.int(), name: z.string(), beginsOn: z.string(), endsOn: z.string() }),
        ),
      }),
    ),
  ),
  current: procedure.meta({ who: 'signedIn' }).output(
    z.object({
      id,
      rev,
      preset: z.string(),
      name: z.string(),
      phases: z.array(
        z.object({ id: z.string(), name: z.string(), beginsOn: z.string(), endsOn: z.string() }),
      ),
      requiredTypes: z.array(z.enum(EDUCATION_TYPES)),
      /** Categories that can be chosen now; those of units only are not offered for a person's filing. */
      categories: z.array(category),
      /** Those that stand in old rows and can be chosen no more. */
      retired: z.array(category),
    }),
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
