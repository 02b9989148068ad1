import { z } from 'zod';
import { INSTITUTION_KINDS } from '../vocabulary/words.ts';
import {
  calendarDate,
  id,
  page,
  procedure,
  REGISTER_READERS,
  readableText,
  rev,
  rowVersion,
  shortText,
} from './base.ts';

/** 制度清单: what was made, changed or put out of force, by which document and when. */
const institutionFields = {
  kind: z.enum(INSTITUTION_KINDS),
  title: readableText(200),
  /** 文号; null: it has none. */
  documentNumber: shortText.nullable().default(null),
  /** Never after today. */
  on: calendarDate,
  /** Whose it is; null: the office's own. */
  unit: id.nullable().default(null),
};

const institution = z.object({
  id,
  rev,
  kind: z.enum(INSTITUTION_KINDS),
  title: z.string(),
  documentNumber: z.string().nullable(),
  on: z.string(),
  unit: id.nullable(),
  unitName: z.string().nullable(),
});

export const institutions = {
  /** The latest first. */
  institutions: procedure
    .meta({ who: REGISTER_READERS })
    .input(
      z.object({
        office: id.optional(),
        kind: z.enum(INSTITUTION_KINDS).optional(),
        /** Those below it too. */
        unit: id.optional(),
        from: calendarDate.optional(),
        until: calendarDate.optional(),
        /** Part of a title or of a document's number. */
        search: z.string().max(100).optional(),
        ...page,
      }),
    )
    .output(
      z.object({
        total: z.int(),
        /** Under the same filter but for `kind`: together what there is without it. */
        counts: z.record(z.enum(INSTITUTION_KINDS), z.int()),
        institutions: z.array(institution),
      }),
    ),
  addInstitution: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object(institutionFields))
    .output(rowVersion),
  updateInstitution: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ id, rev, ...institutionFields }))
    .output(rowVersion),
  removeInstitution: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ id, rev }))
    .output(rowVersion),
};
