import { PART_LENGTH } from '../registers/text-parts.ts';
import { base64Text, digestText } from './cell-kinds.ts';
import { type Columns, integer } from './columns.ts';

/** A stretch of a document that the group signed, on its way back to it. */
export interface EchoRecord {
  /** Hash of the bundle as it came. */
  readonly bundle: string;
  /** From 0. */
  readonly part: number;
  readonly content: string;
}

/** The table of a report that holds no register: what the group said, in its own words and under its own signature. */
export const FEEDBACK_ECHO = 'feedbackEcho';

export const feedbackEchoColumns: Columns<EchoRecord> = {
  bundle: digestText,
  part: integer(0, 10_000),
  content: base64Text(PART_LENGTH),
};
