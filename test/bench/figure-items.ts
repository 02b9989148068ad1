import { type County, ledgerOf } from './county.ts';

/** How far an item has come, by its number: a fifth stands at each step. */
const STEPS = [
  ['issue', 'issued', 0],
  ['start', 'inProgress', 5],
  ['apply', 'officeReview', 20],
  ['approve', 'closed', 25],
] as const;

const ITEMS = `
  WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?1)
  INSERT INTO rectification_item (office, id, number_year, number, source, category, problem, unit, due_on, state,
    rev, changed_by, changed_at)
  SELECT ?2, 'item ' || n, 2021, n, 'officeInspection', 'business', '台账登记不全',
    (SELECT min(pk) + n % count(*) FROM unit WHERE office = ?2),
    date('2021-04-01', '+' || (n % 200) || ' days'), 'issued', ?3, 1, '2021-12-31T00:00:00Z'
  FROM number`;

const MOVES = `
  INSERT INTO move (office, id, register, subject, move, to_state, effective_on, rev, changed_by, changed_at)
  SELECT item.office, ?1 || ' ' || item.number, 'rectification_item', item.pk, ?1, ?2,
    date('2021-03-10', '+' || (item.number % 200 + ?3) || ' days'), ?4, 1, '2021-12-31T00:00:00Z'
  FROM rectification_item AS item WHERE item.office = ?5 AND item.number % 5 > ?6`;

/** A ledger of items for a county, as a year's work leaves it; straight into the file, as no line measures it. */
export function fillItems(county: County, items: number): void {
  const ledger = ledgerOf(county);
  ledger.write(ledger.account.pk, 'bench.items', (write) => {
    write.undo.refuse('undo_not_possible');
    write.run(ITEMS, items, write.office, write.rev);
    for (const [step, [move, state, days]] of STEPS.entries())
      write.run(MOVES, move, state, days, write.rev, write.office, step);
  });
}
