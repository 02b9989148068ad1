import { z } from 'zod';
import { DECLARATIONS, FILING_STATES, MAKEUPS, MARKS } from '../vocabulary/words.ts';
import { id, longText, procedure } from './base.ts';

const bundle = { sender: id, sequence: z.int().min(1), epoch: z.int().min(1).optional() };

const filing = z.object({
  round: z.string(),
  unit: z.string(),
  filedOn: z.string(),
  declared: z.enum(DECLARATIONS),
  state: z.enum(FILING_STATES),
});

const person = z.object({
  /** Of this one list: nothing else knows it. */
  id: z.string(),
  name: z.string(),
  disambiguator: z.string().nullable(),
  unit: z.string().nullable(),
  /** How many sessions bear each mark. */
  marks: z.partialRecord(z.enum(MARKS), z.int()),
  makeupsOwed: z.int(),
  filings: z.array(filing),
});

const attended = z.object({
  title: z.string(),
  on: z.string().nullable(),
  unit: z.string(),
  mark: z.enum(MARKS),
  makeup: z.enum(MAKEUPS),
  makeupOn: z.string().nullable(),
});

/** Bundles with names that were kept: read for a reason that stays in the history, and erased. */
export const namedBundles = {
  /** The whole list, or one person of it with every session; each call is noted. */
  namedBundle: procedure
    .meta({ who: ['member', 'leader'], at: 'group' })
    .input(z.object({ ...bundle, reason: longText, person: z.string().max(64).optional() }))
    .output(
      z.object({
        sender: z.object({ id, code: z.string(), name: z.string() }),
        epoch: z.int(),
        sequence: z.int(),
        asOf: z.string(),
        sealedAt: z.string(),
        /** Why the sender let names leave. */
        namesReason: z.string(),
        sessions: z.int(),
        people: z.array(person),
        /** Of the person asked for, by day; empty otherwise. */
        attendance: z.array(attended),
      }),
    ),
  /** What it holds goes for good; that it came stays. */
  eraseNamedBundle: procedure
    .meta({ who: ['member', 'leader'], at: 'group' })
    .input(z.object({ ...bundle, reason: longText }))
    .output(z.object({ sender: id, epoch: z.int(), sequence: z.int() })),
};
