import { beforeAll, describe, expect, it } from 'vitest';
import { movesOf } from '../../../electron/registers/moves-log.ts';
import { rectificationFigures } from '../../../electron/registers/rectification/rectification-figures.ts';
import { findItem } from '../../../electron/registers/rectification/rectification-sql.ts';
import { itemMachine } from '../../../shared/rules/item-moves.ts';
import { stateFromMoves } from '../../../shared/rules/moves.ts';
import { addDays } from '../../../shared/vocabulary/dates.ts';
import type { ItemMove } from '../../../shared/vocabulary/words.ts';
import { figuresOracle } from '../../support/figures-oracle.ts';
import { fc } from '../../support/properties.ts';
import { completeFields, type Desk, follow, openDesk } from './desk.ts';
import { copyToOtherOffice, FIRST_DAY, history, itemRecords, live } from './item-histories.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});

const EMPTY = { people: [], sessions: [], rounds: [], filings: [], requiredTypes: [] };
const DAYS = [-1, 0, 1, 3, 6, 10, 11, 15, 20, 30, 60, 400].map((days) => addDays(FIRST_DAY, days));

describe('any history of items', () => {
  it('can be rebuilt from its dated moves: state, deadline, rework, dates', () => {
    let steps = 0;
    fc.assert(
      fc.property(history, (past) => {
        desk.ledger.rehearse(0, (write) => {
          const { items, taken } = live(desk, write, past);
          steps += taken;
          for (const id of items) {
            const row = findItem(write, write.office, id)!;
            const moves = movesOf(write, 'rectification_item', row.pk);
            const dated = moves.map((one) => ({ move: one.move as ItemMove, on: one.effective_on }));
            expect(stateFromMoves(itemMachine, dated)).toBe(row.state);
            expect(row.times_reworked).toBe(
              moves.filter((one) => one.move === 'return' || one.move === 'returnForRework').length,
            );
            const extensions = moves.map((one) => JSON.parse(one.detail ?? '{}').newDueOn).filter(Boolean);
            expect(row.extended_due_on).toBe(extensions.at(-1) ?? null);
            expect(row.applied_on).toBe(moves.findLast((one) => one.move === 'apply')?.effective_on ?? null);
            expect(row.closed_on).toBe(row.state === 'closed' ? dated.at(-1)!.on : null);
            expect([...dated].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))).toEqual(dated);
          }
        });
      }),
      { numRuns: 150 },
    );
    expect(steps).toBeGreaterThan(500);
  });

  it('gives the figures of the oracle, as of any day, for own and for received rows', () => {
    const seen = { onTime: 0, late: 0, reworked: 0 };
    fc.assert(
      fc.property(history, fc.nat(7), fc.nat(7), (past, erased, extended) => {
        desk.ledger.rehearse(0, (write) => {
          const { items } = live(desk, write, past);
          write.run('UPDATE rectification_item SET deleted = 1 WHERE id = ?', items[erased] ?? '');
          write.run(
            `UPDATE rectification_item SET extended_due_on = date(due_on, '+4 days')
             WHERE id = ? AND extended_due_on IS NULL`,
            items[extended] ?? '',
          );
          const records = { ...EMPTY, items: itemRecords(write, write.office) };
          const other = copyToOtherOffice(write);
          for (const asOf of DAYS) {
            const figures = rectificationFigures(write, write.office, asOf);
            expect(figuresOracle(records, asOf)).toMatchObject(figures);
            expect(rectificationFigures(write, other, asOf)).toEqual(figures);
            seen.onTime += figures.onTimeRate.numerator;
            seen.late += figures.onTimeRate.denominator - figures.onTimeRate.numerator;
            seen.reworked += figures.reworkRate.numerator;
          }
        });
      }),
      { numRuns: 150 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
  });
});

describe('numbers', () => {
  it('have no gap and no repetition in any year, whatever is drafted, refused, voided or cut off', () => {
    const step = fc.constantFrom('draft', 'issue', 'issueLastYear', 'void', 'cutOff', 'refused');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        desk.ports.setDate('2022-02-01');
        for (const one of steps) perform(one);
        const numbers = desk.ledger.read((db) =>
          db.all<{ year: number; highest: number; count: number }>(
            `SELECT number_year AS year, max(number) AS highest, count(DISTINCT number) AS count
             FROM rectification_item WHERE number IS NOT NULL GROUP BY number_year`,
          ),
        );
        for (const { highest, count } of numbers) expect(count).toBe(highest);
      }),
      { numRuns: 12 },
    );
    const years = desk.ledger.read((db) =>
      db.all(
        'SELECT DISTINCT number_year AS year FROM rectification_item WHERE number IS NOT NULL ORDER BY 1',
      ),
    );
    expect(years).toEqual([{ year: 2021 }, { year: 2022 }]);
  });

  function perform(step: string): void {
    const item = follow(desk, completeFields(desk, step === 'refused' ? '2021-01-01' : '2022-06-01'));
    if (step === 'draft') return;
    if (step === 'refused') {
      expect(() => item.reviewer({ move: 'issue' })).toThrow('deadline_before_day');
      return;
    }
    if (step === 'cutOff') {
      expect(() =>
        desk.ledger.write(0, 'cut off', (write) => {
          write.run('UPDATE rectification_item SET number_year = 2022, number = 9999 WHERE id = ?', item.id);
          throw new Error('cut off');
        }),
      ).toThrow('cut off');
      return;
    }
    item.reviewer({ move: 'issue', ...(step === 'issueLastYear' && { on: '2021-12-31' }) });
    if (step === 'void') item.reviewer({ move: 'void', reason: '重复' });
  }
});
