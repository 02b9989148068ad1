import { z } from 'zod';
import { EDUCATION_TYPES } from '../vocabulary/words.ts';
import { id, procedure, rev } from './base.ts';

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
      categories: z.array(
        z.object({ id: z.string(), name: z.string(), list: z.string(), appliesTo: z.enum(['unit', 'all']) }),
      ),
    }),
  ),
};
