import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pseudonym } from '../../electron/bundle/keys.ts';
import { copyText } from '../../electron/exchange/copy-text.ts';
import { BUNDLE_TABLE, REGISTER_TABLES } from '../../electron/exchange/load-schema-sql.ts';
import { ownKeys } from '../../electron/exchange/own-keys.ts';
import { CATALOGUE, tableReferred } from '../../electron/exchange/report-catalogue.ts';
import { REPORT_TABLES } from '../../electron/exchange/report-in.ts';
import * as reportTables from '../../electron/exchange/report-tables.ts';
import { MAKEUPS, MARKS } from '../../shared/vocabulary/words.ts';
import { commandLine } from '../support/command-line.ts';
import { lastingScratch } from '../support/scratch.ts';
import { contentDigest } from './books.ts';
import { chanceOf, settleCounty, work } from './county-work.ts';
import { changed, codeOf, importing, opened, resealed, rowsOf, type Stick, seal } from './forge.ts';
import { copyRows, loading } from './loading.ts';
import { PASSWORD, type SoleOffice, soleOffice, trustEachOther } from './sole-office.ts';

const scratch = lastingScratch();
let county: SoleOffice;
let group: SoleOffice;
/** A full bundle, an incremental one, another full one, another incremental one. */
let sticks: Stick[];

async function foundPair(number: string): Promise<[SoleOffice, SoleOffice]> {
  const office = await soleOffice(scratch.folder, `5301${number}`);
  const above = await soleOffice(scratch.folder, `5300${number}`, { role: 'group' });
  await trustEachOther(office, above);
  await settleCounty(office);
  return [office, above];
}

async function acknowledged(office: SoleOffice, above: SoleOffice): Promise<void> {
  const { fileName, content } = await above.client.exchange.exportBundle({ recipient: office.id });
  await importing(office, [{ fileName, content }]);
}

beforeAll(async () => {
  [county, group] = await foundPair('01');
  const all: Stick[] = [];
  for (const full of [false, false, true, false]) {
    await work(county, chanceOf(30 + all.length), 120);
    all.push(await seal(county, full));
    await importing(group, [all.at(-1)!]);
    await acknowledged(county, group);
  }
  sticks = all;
}, 60_000);

afterAll(() => {
  county.lock();
  group.lock();
  scratch.remove();
});

describe('the files of a load', () => {
  it('[X46] has a table for every table of a report, with every column and a key, and a list for every rank', () => {
    expect([...Object.keys(CATALOGUE), 'feedbackEcho', 'rankCheck'].sort()).toEqual(
      [...REPORT_TABLES].sort(),
    );
    const catalogued = new Set<unknown>(Object.values(CATALOGUE).map(({ columns }) => columns));
    const left = Object.entries(reportTables).filter(([, columns]) => !catalogued.has(columns));
    expect(left.map(([name]) => name)).toEqual(['rankCheckColumns']);
    for (const [name, table] of Object.entries(CATALOGUE)) {
      const { columns, key } = REGISTER_TABLES.find((one) => one.name === name)!;
      const names = columns.map((column) => column.name);
      expect(names).toEqual(
        expect.arrayContaining(['office', 'epoch', 'sequence', ...Object.keys(table.columns)]),
      );
      expect(names).toEqual(expect.arrayContaining([...key]));
      expect(new Set(names).size).toBe(names.length);
      for (const [column, kind] of Object.entries(table.columns))
        if (kind.holds === 'rank') expect(CATALOGUE).toHaveProperty(tableReferred(table, column)!);
    }
  });

  it('says of each column what SPEC.md says of it', () => {
    const spec = readFileSync(join(import.meta.dirname, '../../electron/exchange/SPEC.md'), 'utf8');
    const inWords = new Set(['mark', 'makeup', 'content', 'startsAt', 'endsAt']);
    let said = 0;
    for (const { what, notes = {} } of Object.values(CATALOGUE)) {
      expect(what).not.toBe('');
      for (const [column, note] of Object.entries(notes)) {
        if (inWords.has(column)) continue;
        const told = spec.split(`\`${column}\``).map((rest) => rest.slice(0, 80));
        expect([column, note, told.some((rest) => rest.includes(note))]).toEqual([column, note, true]);
        said += 1;
      }
    }
    expect(said).toBeGreaterThan(10);
    const { mark, makeup } = CATALOGUE.attendance!.notes!;
    const meant = [...mark!.matchAll(/(\d+) (\w+)/g)].map(([, code, word]) => [MARKS[Number(code)], word]);
    meant.push(
      ...[...makeup!.matchAll(/(\d+) (\w+)/g)].map(([, code, word]) => [MAKEUPS[Number(code)], word]),
    );
    expect(meant).toHaveLength(10);
    for (const [word, noted] of meant) expect(noted).toBe(word);
  });

  it('[X45][X46] hold every row of the last full bundle and of those after it, with ids in place of ranks', async () => {
    const { lines, files } = await loading(group, sticks);
    expect(lines.map(({ sequence, outcome }) => [sequence, outcome])).toEqual([
      [3, 'applicable'],
      [1, 'superseded'],
      [2, 'superseded'],
      [4, 'applicable'],
    ]);
    const bundles = [await opened(group, sticks[2]!), await opened(group, sticks[3]!)];
    for (const { name } of REGISTER_TABLES) {
      const rows = copyRows({ files }, name);
      const sent = bundles.flatMap((bundle) => rowsOf(bundle, name));
      expect([name, rows.length]).toEqual([name, sent.length]);
      expect(rows.every(({ office }) => office === county.id)).toBe(true);
    }
    const ids = (name: string) =>
      new Set(copyRows({ files }, name).map(({ office, id }) => `${office} ${id}`));
    let followed = 0;
    for (const [name, table] of Object.entries(CATALOGUE))
      for (const column of Object.keys(table.columns)) {
        const target = tableReferred(table, column);
        if (!target) continue;
        for (const row of copyRows({ files }, name)) {
          if (row[column] === null) continue;
          expect(ids(target)).toContain(`${row.office} ${row[column]}`);
          followed += 1;
        }
      }
    expect(followed).toBeGreaterThan(300);
    expect([...files.keys()].sort()).toEqual(
      [
        'load.sql',
        'schema.sql',
        ...[BUNDLE_TABLE, ...REGISTER_TABLES].map(({ name }) => `${name}.copy`),
      ].sort(),
    );
  });

  it('give each mark to the person and the unit to whom the office gave it', async () => {
    const { pseudonymKey } = county.ledger().read(ownKeys);
    const { registers } = await county.client.exchange.dump({ reason: '核对' });
    const { columns, rows } = registers.find(({ name }) => name === 'attendance')!;
    const at = (row: (string | number | null)[], column: string) => String(row[columns.indexOf(column)]);
    const { files } = await loading(group, sticks.slice(2));
    const newest = new Map(
      copyRows({ files }, 'attendance').map((row) => [`${row.session} ${row.person}`, row]),
    );
    const kept = [...newest].filter(([, { deleted }]) => deleted === 'f');
    expect(kept.map(([key, { unit }]) => `${key} ${unit}`).sort()).toEqual(
      rows
        .map((row) => {
          const person = pseudonym(pseudonymKey, 'attendance', at(row, 'person'));
          return `${at(row, 'session')} ${person} ${at(row, 'unit')}`;
        })
        .sort(),
    );
    expect(kept.length).toBeGreaterThan(10);
  });

  it('[X44] are the same whatever the order and however often a bundle is given, and nothing stays here', async () => {
    const before = contentDigest(group.ledger());
    const once = await loading(group, sticks);
    const again = await loading(group, [...sticks.toReversed(), ...sticks]);
    expect(again.files).toEqual(once.files);
    expect(again.lines.filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(4);
    expect(contentDigest(group.ledger())).toBe(before);
  });

  it.each([
    ['a\tb\\c\nd\re', 'a\\tb\\\\c\\nd\\re'],
    ['\\N', '\\\\N'],
    ['\\.', '\\\\.'],
    ['', ''],
    ['𠮷', '𠮷'],
    [null, '\\N'],
  ])('write the text %j so that it is read as itself', (text, written) => {
    expect(copyText('text', text)).toBe(written);
  });
});

describe('a load refuses', () => {
  const outcomes = async (files: readonly Stick[], to = group) =>
    (await loading(to, files)).lines.map(({ sequence, outcome, problem, waitsFor }) => [
      ...[sequence, outcome, problem],
      ...(waitsFor === null ? [] : [waitsFor]),
    ]);

  it('[X45] what waits for a bundle that is not given, and names the first that is missing', async () => {
    expect(await outcomes([sticks[1]!])).toEqual([[2, 'early', 'bundle_early', 1]]);
    const { content, fileName } = await county.client.exchange.exportBundle({});
    expect(await outcomes([sticks[0]!, { fileName, content }])).toEqual([
      [1, 'applicable', null],
      [5, 'early', 'bundle_early', 2],
    ]);
  });

  it('[X44] what an import refuses, with the same code, and takes the others', async () => {
    const [other, stranger] = await foundPair('02');
    const good = await seal(county, true);
    const base = await opened(group, good);
    const forged = (name: string, change: Parameters<typeof changed>[2]) =>
      resealed(county, group, base, changed(base.tables, name, change));
    const hostile = [
      await forged('attendance', ([first, ...rest]) => [{ ...first!, person: 999_999 }, ...rest]),
      await forged('session', ([first, ...rest]) => [{ ...first!, state: 'nowhere' }, ...rest]),
      await forged('itemMove', (rows) => rows.map((row) => ({ ...row, subject: 'ab'.repeat(16) }))),
      await forged('unit', (rows) => rows.map((row) => ({ ...row, parent: row.id! }))),
      await forged('rankCheck', (rows) => rows.map((row) => ({ ...row, rows: 0 }))),
      await seal(other),
      { fileName: 'x.jyzd', content: Buffer.from('no bundle').toString('base64') },
      { fileName: 'x.jyzd', content: `${good.content.slice(0, -8)}AAAAAAA=` },
    ];
    for (const one of hostile) {
      const [imported] = await importing(group, [one], false);
      const [loaded] = (await loading(group, [one])).lines;
      expect(imported!.problem).not.toBe(null);
      expect(loaded!.problem).toBe(imported!.problem);
      const { lines, files } = await loading(group, [...sticks, one]);
      expect(lines.filter(({ outcome }) => outcome === 'applicable').length).toBeGreaterThan(0);
      expect(copyRows({ files }, 'session')).toEqual(copyRows(await loading(group, sticks), 'session'));
    }
    other.lock();
    stranger.lock();
  });

  it('[X44] all of an office that tells two histories', async () => {
    const base = await opened(group, sticks[3]!);
    const branch = await resealed(county, group, base, base.tables, {
      createdAt: '2021-01-01T00:00:00.000Z' as never,
    });
    const { lines, files } = await loading(group, [...sticks, branch]);
    expect(lines.map(({ problem }) => problem)).toContain('bundle_fork');
    expect(lines.filter(({ outcome }) => outcome === 'applicable')).toEqual([]);
    expect(lines.find(({ sequence }) => sequence === 3)!.problem).toBe('sender_quarantined');
    expect(files.get('session.copy')).toBe('');
  });

  it('[X46] a text that the database does not take', async () => {
    const base = await opened(group, sticks[2]!);
    const tables = changed(base.tables, 'session', (rows) => rows.map((row) => ({ ...row, title: 'a\0b' })));
    const hostile = await resealed(county, group, base, tables, {
      sequence: 9,
      headRev: base.manifest.headRev + 10_000,
    });
    expect(await outcomes([hostile])).toEqual([[9, 'refused', 'bundle_row_invalid']]);
  });

  it('whoever is no leader of a group', async () => {
    expect(await codeOf(loading(county, sticks))).toBe('wrong_installation');
  });
});

describe('load.sql', () => {
  it('[X47] is one transaction that takes a row for an older one only, and people with all their memberships', async () => {
    const script = (await loading(group, sticks)).files.get('load.sql')!;
    const statements = script.split('\n\n');
    expect(statements.filter((one) => /^(BEGIN|COMMIT);$/m.test(one))).toHaveLength(2);
    for (const { name, columns } of REGISTER_TABLES) {
      expect(script).toContain(
        `(${columns.map((column) => `"${column.name}"`).join(', ')}) FROM '${name}.copy'`,
      );
      expect(script).toContain(`DELETE FROM "${name}" USING "office"`);
      const [taking] = statements.filter((one) => one.includes(`INSERT INTO "${name}"`));
      expect(taking).toContain(
        name.endsWith('embership')
          ? 'o."sequence" = s."sequence"'
          : `WHERE "${name}"."sequence" < excluded."sequence"`,
      );
    }
  });
});

describe('ledger load', () => {
  it('writes the files into a folder, leaves what stood there when nothing can be loaded, and says so', async () => {
    const line = commandLine(scratch.folder, '530100-copy');
    group.lock();
    cpSync(group.folder, line.data, { recursive: true });
    await group.unlock();
    for (const [at, { content }] of sticks.entries())
      writeFileSync(join(scratch.folder, `${at + 1}.jyzd`), Buffer.from(content, 'base64'));
    const given = (...numbers: number[]) => numbers.map((number) => join(scratch.folder, `${number}.jyzd`));
    const out = join(scratch.folder, 'out');
    const secrets = { LEDGER_PASSWORD: PASSWORD };
    const done = await line.run(['load', '--user', 'sole', '--out', out, ...given(1, 2, 3, 4)], secrets);
    expect(done.exit).toBe(0);
    const { files: told } = await loading(group, sticks);
    expect(readdirSync(out).sort()).toEqual([...told.keys()].sort());
    for (const [name, text] of told) expect(readFileSync(join(out, name), 'utf8')).toBe(text);
    const refused = await line.run(['load', '--user', 'sole', '--out', out, ...given(2)], secrets);
    expect(refused.exit).toBe(1);
    expect(refused.err).toContain('bundle_early');
    expect(refused.json.files).toEqual([]);
    expect(readdirSync(out).sort()).toEqual([...told.keys()].sort());
  });
});
