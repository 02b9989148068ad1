import { foldName } from '../../../shared/rules/names.ts';
import type { Mark } from '../../../shared/vocabulary/words.ts';
import type { SignInRow, WrittenMark } from './attendance-import-rows.ts';

/** What texts mean, by their keys: built in, and said by the user. */
export type Meanings = ReadonlyMap<string, Mark>;

/**
 * What a row says of its person: a mark; nothing (a blank is 未登记, never 缺席); a text that nobody has explained;
 * or two things at once.
 */
export type Meaning =
  | { readonly mark: Mark }
  | { readonly blank: true }
  | { readonly unknown: WrittenMark }
  | { readonly contradictory: true };

const BLANK: Meaning = { blank: true };

/**
 * Who writes their own name in the column of signatures was there: that is what the column is for. Any other name
 * is a text like every other. A remark that is a mark and nothing else counts as one, beside a blank alone, or it
 * must say the same; a remark that speaks of absence beside a blank waits for the user, as nothing may be dropped.
 */
export function meaningOf(row: SignInRow, meanings: Meanings): Meaning {
  const said = row.marks.map((mark) => markOf(mark, row.name, meanings));
  const at = said.indexOf(undefined);
  const unknown = at < 0 ? undefined : row.marks[at];
  if (unknown) return { unknown };
  const [mark, ...others] = said;
  const remark = meanings.get(row.remark.key);
  if (mark === undefined) return ofRemark(row, remark);
  if (row.isPartial || others.some((other) => other !== mark)) return { contradictory: true };
  if (remark !== undefined && remark !== 'unmarked' && remark !== mark) return { contradictory: true };
  return mark === 'unmarked' ? BLANK : { mark };
}

function markOf({ key }: WrittenMark, name: string, meanings: Meanings): Mark | undefined {
  return (
    meanings.get(key) ?? (name !== '' && key === foldName(name).replace(/\s/g, '') ? 'present' : undefined)
  );
}

function ofRemark({ remark, remarkSpeaksOfAbsence }: SignInRow, mark: Mark | undefined): Meaning {
  if (mark !== undefined) return mark === 'unmarked' ? BLANK : { mark };
  return remarkSpeaksOfAbsence ? { unknown: remark } : BLANK;
}
