import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { planRoster } from '../../electron/registers/personnel/roster-plan.ts';
import { readRoster } from '../../electron/sheets/read-roster.ts';

const NOTHING = { units: [], people: [] };

interface Expected {
  droppedColumns: string[];
  rows: { line: number; outcome: string; name: string | null; unit: string | null; reason: string | null }[];
}

const expected: Expected = JSON.parse(readFileSync(fixture('county.expected.json'), 'utf8'));

function fixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/rosters/${name}`, import.meta.url));
}

describe('a county roster with title, two rows of header, merged units, subtotals and signatures', () => {
  it.each([
    'county.xlsx',
    'county.xls',
    'county-libreoffice.xlsx',
    'county-libreoffice.xls',
    'county-utf8.csv',
    'county-utf8-bom.csv',
    'county-gb18030.csv',
  ])('gives from %s the expected outcome for every row', async (name) => {
    const roster = await readRoster(fixture(name));
    const plan = planRoster(roster, NOTHING, { createUnits: true });
    const rows = plan.rows.map(({ line, outcome, name, unit, reason }) => ({
      line,
      outcome,
      name,
      unit,
      reason,
    }));
    expect(rows).toEqual(
      expected.rows.map((row, index) => ({
        ...row,
        name: row.name ?? rows[index]!.name,
        unit: row.unit ?? rows[index]!.unit,
      })),
    );
    expect(plan.droppedColumns).toEqual(expected.droppedColumns);
    expect(plan.newUnits).toHaveLength(6);
  });

  it('reads more than sixty people, and seconds those with a bare 借调 once the file is answered', async () => {
    const roster = await readRoster(fixture('county.xlsx'));
    const plan = planRoster(roster, NOTHING, { createUnits: true, secondment: 'out' });
    const seconded = plan.rows.filter((row) => row.change?.fields.status === 'secondedOut');
    expect(plan.read).toBeGreaterThan(60);
    expect(seconded.map((row) => row.name)).toEqual(['陈思远', '沈立秋', '姜一帆']);
  });

  it('keeps nothing of the ID-card column', async () => {
    const roster = await readRoster(fixture('county.xlsx'));
    expect(JSON.stringify(roster)).not.toMatch(/9900001\d/);
  });

  it('holds every person when the units are not known and may not be created', async () => {
    const plan = planRoster(await readRoster(fixture('county.xlsx')), NOTHING);
    expect(plan.added).toBe(0);
    expect(plan.rows.filter((row) => row.reason === 'unknownUnit').length).toBeGreaterThan(40);
  });
});
