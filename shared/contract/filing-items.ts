import { z } from 'zod';
import { isPrintable, shortText } from './base.ts';

/** A summary never holds more than 200 characters, counted as code points. */
const summary = z
  .string()
  .trim()
  .refine((text) => [...text].length <= 200 && isPrintable(text));

/** A problem declared in a filing; the category by its id or name. */
export const newFilingItem = z.object({ category: shortText, summary: summary.nullable().default(null) });
