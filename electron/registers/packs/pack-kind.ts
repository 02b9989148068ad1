import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Declaration } from '../../../shared/vocabulary/words.ts';
import type { Write } from '../../store/handles.ts';
import type { Actor } from '../actor.ts';
import type { RosterDays } from '../personnel/roster-application.ts';
import type { Meanings } from '../study/attendance-import-meaning.ts';
import type { Unkeyed } from './given-rows.ts';
import type { FilingLine, RosterLine, SignInLine } from './pack-lines.ts';
import type { PackRowPlan, RosterPackPlan } from './pack-roster-plan.ts';
import type { SignInDecision } from './pack-sign-in-plan.ts';
import type { PackRow } from './packs-sql.ts';

/** What a kind of pack is: whom it asks, and what becomes of what came back. One table holds them all. */
export interface PackRegister {
  /** @throws Refusal `not_found`, and what the register says of an occasion that cannot be asked about */
  gather(write: Write, occasion: string | null): Gathered;
  /**
   * How it would be taken over. What a plan has to try, it tries in the write: whoever only rehearses rolls it back.
   * @throws Refusal codes of the noun sheet, `move_not_allowed`, `not_found`
   */
  plan(
    write: Write,
    pack: PackRow,
    came: CameBack,
    options: TakeOptions,
    moment: Moment,
  ): Planned | 'altered';
}

/** Everybody whom packs of one kind and occasion ask. */
export interface Gathered {
  readonly occasion: { readonly id: string; readonly title: string } | null;
  /** Whose units count; null: as far as is known yet, today's. */
  readonly day: CalendarDate | null;
  readonly rows: readonly Unkeyed[];
  /** Names that a column of the kind may hold, beside units. */
  readonly categories: readonly string[];
  /** Whether a unit that is named gets a list without anybody, to be filled. */
  readonly givesEmpty: boolean;
}

/** What is read of a file, by the kind that the pack is. @throws Refusal codes of the noun sheet */
export interface PackLines {
  roster(): readonly RosterLine[];
  signIn(): readonly SignInLine[];
  selfInspection(): readonly FilingLine[];
}

/** A file that bears a pack's id, as far as it could be read. */
export interface CameBack {
  readonly marker: { readonly pack: string; readonly digest: string };
  readonly fileDigest: string;
  readonly lines: PackLines;
}

export interface FilingPackDecision extends SignInDecision {
  readonly filedOn?: CalendarDate | undefined;
  readonly declared?: Declaration | undefined;
  readonly category?: string | undefined;
  readonly paperNumber?: string | null | undefined;
}

export interface TakeOptions {
  readonly decisions: readonly (FilingPackDecision & { readonly pack: string })[];
  readonly meanings: Meanings;
  readonly secondment: 'in' | 'out' | undefined;
  readonly days: RosterDays;
  readonly actor: Actor;
}

export interface Planned {
  readonly rows: readonly PackRowPlan[];
  readonly unmapped: readonly { readonly text: string; readonly count: number }[];
  readonly unusedDecisions: RosterPackPlan['unusedDecisions'];
  /** Carries out, in the write that it was planned in, what planning has not done yet. */
  apply(write: Write): void;
}

/** The registers as all packs of one moment are compared with them: each part is read once, when it is first asked for. */
export class Moment {
  readonly #known = new Map<string, unknown>();

  once<Known>(part: string, read: () => Known): Known {
    if (!this.#known.has(part)) this.#known.set(part, read());
    return this.#known.get(part) as Known;
  }
}
