import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { Tables } from '../bundle/tables.ts';
import type { Readable } from '../store/handles.ts';
import { ownOffice } from '../store/office-sql.ts';
import { lastApplied } from './bundle-log-sql.ts';
import { packRows } from './columns.ts';
import { type FigureOfficeRow, type FigureRow, figureColumns, figureOfficeColumns } from './figure-tables.ts';
import { reportedFigures, reportedOffices } from './figures-sql.ts';
import { allParties, type Party } from './parties.ts';
import { byFigure, byId, sortedBy } from './row-order.ts';
import { officeRates } from './stored-figures.ts';

/**
 * What a group reports to the one above it: of every office that reports to it, or to a group below it, its figures
 * and where they are from; never a row of a register. An office whose data reach the day stands there with its
 * figures as of that day, another one as of its own last day, one of which nothing has come without figures.
 */
export function gatherFigures(db: Readable, asOf: CalendarDate): Tables {
  const children = allParties(db).filter(({ relation }) => relation === 'child');
  const own = ownOffice(db).id;
  const taken = new Set([own, ...children.map(({ keys }) => keys.officeId)]);
  const parts = children.map((party) =>
    party.keys.kind === 'office' ? ofOffice(db, party, asOf) : ofGroup(db, party, taken),
  );
  const offices = parts.flatMap((part) => part.offices);
  const figures = parts.flatMap((part) => part.figures);
  return new Map([
    ['figureOffice', packRows(figureOfficeColumns, sortedBy(byId, offices))],
    ['figure', packRows(figureColumns, sortedBy(byFigure, figures))],
  ]);
}

interface Part {
  readonly offices: readonly FigureOfficeRow[];
  readonly figures: readonly FigureRow[];
}

function ofOffice(db: Readable, party: Party, asOf: CalendarDate): Part {
  const until = lastApplied(db, party.pk)?.as_of ?? null;
  const day = until === null || until < asOf ? until : asOf;
  const rates = day === null ? {} : officeRates(db, party.pk, day);
  const of = party.keys.officeId;
  const figures = Object.entries(rates).map(([figure, rate]) => ({ of, figure, ...rate }) as FigureRow);
  return { offices: [rowOf(db, party, day)], figures };
}

/** What it reported goes on as it is; whoever stands there already does not come twice. */
function ofGroup(db: Readable, party: Party, taken: Set<string>): Part {
  const until = lastApplied(db, party.pk)?.as_of ?? null;
  const fresh = reportedOffices(db, party.pk).filter(({ id }) => !taken.has(id));
  const ids = new Set(fresh.map(({ id }) => id));
  for (const id of ids) taken.add(id);
  const below = fresh.map((row) => ({
    ...row,
    parent: row.parent !== null && ids.has(row.parent) ? row.parent : party.keys.officeId,
  }));
  const figures = reportedFigures(db, party.pk).filter(({ of }) => ids.has(of));
  return { offices: [rowOf(db, party, until), ...below], figures };
}

function rowOf(db: Readable, { pk, keys }: Party, asOf: CalendarDate | null): FigureOfficeRow {
  const last = lastApplied(db, pk);
  const { officeId: id, kind, code, name } = keys;
  return {
    ...{ id, parent: null, kind, code, name, asOf },
    sequence: last?.sequence ?? null,
    head: last?.head_rev ?? null,
  };
}
