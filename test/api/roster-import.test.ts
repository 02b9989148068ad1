import { setImmediate } from 'node:timers/promises';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../electron/transport/in-process.ts';
import { registerDigest } from '../faults/register-digest.ts';
import { type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';

type Input = Parameters<ApiClient['personnel']['importRoster']>[0];
type Report = Awaited<ReturnType<ApiClient['personnel']['importRoster']>>;

const scratch = lastingScratch();
let office: TestOffice;
let client: ApiClient;

beforeAll(async () => {
  office = await testOffice(scratch.folder);
  client = await office.as('clerk');
});

afterAll(() => {
  office.close();
  scratch.remove();
});

function csv(...lines: string[]): Pick<Input, 'fileName' | 'content'> {
  return { fileName: '花名册.csv', content: Buffer.from(lines.join('\n')).toString('base64') };
}

const rehearse = (input: Input): Promise<Report> => client.personnel.importRoster(input);
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );
const booksOf = () => office.host.ledger!.read(registerDigest);
const columnsOf = ({ header }: Report) => header.columns.map(({ title, field }) => [title, field]);
const sums = ({ read, added, changed, unchanged, held, skipped }: Report) => ({
  read,
  added,
  changed,
  unchanged,
  held,
  skipped,
});

describe('the sheets of a workbook', () => {
  let content: string;

  beforeAll(async () => {
    const sheets = [
      { name: '说明', rows: [['填表说明'], ['请如实填写']] },
      {
        name: '在职',
        rows: [
          ['姓名', '单位'],
          ['张三', '县法院'],
        ],
      },
      {
        name: '退休',
        rows: [
          ['姓名', '单位'],
          ['李四', '县法院'],
          ['王五', '县法院'],
        ],
      },
    ];
    content = Buffer.from(await writeXlsx({ sheets })).toString('base64');
  });

  it('are named, and the one with a header is read', async () => {
    const report = await rehearse({ fileName: 'a.xlsx', content });
    expect(report).toMatchObject({ sheet: '在职', read: 1, needsMapping: false });
    expect(report.sheets).toEqual([{ name: '说明' }, { name: '在职' }, { name: '退休' }]);
  });

  it('can be chosen among, also one whose columns nobody knows; another name is refused', async () => {
    expect(await rehearse({ fileName: 'a.xlsx', content, sheet: '退休' })).toMatchObject({
      sheet: '退休',
      read: 2,
    });
    const notes = await rehearse({ fileName: 'a.xlsx', content, sheet: '说明' });
    expect(notes).toMatchObject({ sheet: '说明', needsMapping: true, read: 0, rows: [] });
    expect(await codeOf(rehearse({ fileName: 'a.xlsx', content, sheet: '离休' }))).toBe('sheet_unknown');
  });
});

describe('the columns found', () => {
  it('are told with what they mean and three samples each, but nothing of personal ones', async () => {
    const rows = Array.from(
      { length: 5 },
      (_, n) =>
        `${n + 1},张${'甲乙丙丁戊'[n]},县法院,9900001980010100${n}X,1380000000${n},1980-01-0${n + 1},二级,${n % 2 ? '是' : ''}`,
    );
    const report = await rehearse(csv('序号,姓名,单位,身份证号,方式,日子,衔级,骨干', ...rows));
    expect(report.header.line).toBe(1);
    expect(report.header.columns).toEqual([
      {
        column: 0,
        field: 'orderNumber',
        title: '序号',
        dropped: false,
        personal: false,
        samples: ['1', '2', '3'],
      },
      {
        column: 1,
        field: 'name',
        title: '姓名',
        dropped: false,
        personal: false,
        samples: ['张甲', '张乙', '张丙'],
      },
      {
        column: 2,
        field: 'unit',
        title: '单位',
        dropped: false,
        personal: false,
        samples: ['县法院', '县法院', '县法院'],
      },
      ...['身份证号', '方式', '日子', '衔级'].map((title, at) => ({
        column: at + 3,
        field: null,
        title,
        dropped: true,
        personal: true,
        samples: [],
      })),
      { column: 7, field: null, title: '骨干', dropped: true, personal: false, samples: ['是', '是'] },
    ]);
    expect(JSON.stringify(report)).not.toMatch(/9900001|1380000|1980-01/);
  });

  it('are corrected by a mapping, which cannot reach a personal one', async () => {
    const file = csv('姓名,单位,科室,身份证号', '张三,示例县,县法院,99000019800101001X');
    const unit = { column: 2, field: 'unit' as const };
    const report = await rehearse({ ...file, mapping: [unit, { column: 3, field: 'disambiguator' }] });
    expect(columnsOf(report)).toEqual([
      ['姓名', 'name'],
      ['单位', null],
      ['科室', 'unit'],
      ['身份证号', null],
    ]);
    expect(report).toMatchObject({ droppedColumns: ['单位', '身份证号'], rows: [{ unit: '县法院' }] });
    const twice = [unit, { column: 1, field: 'unit' as const }];
    expect(await codeOf(rehearse({ ...file, mapping: twice }))).toBe('invalid_input');
  });

  it('can stand under a header on the line that is told, or under none', async () => {
    const file = csv('姓名,单位,备注', '人员,所在,其他', '张三,县法院,');
    expect((await rehearse(file)).read).toBe(2);
    const mapping = [
      { column: 0, field: 'name' as const },
      { column: 1, field: 'unit' as const },
    ];
    expect(await rehearse({ ...file, headerLine: 2, mapping })).toMatchObject({
      read: 1,
      header: { line: 2 },
    });
    const bare = { ...csv('张三,县法院', '李四,县法院'), headerLine: 0, mapping };
    const report = await rehearse({ ...bare, createUnits: true, apply: true });
    expect(report).toMatchObject({ read: 2, added: 2, applied: true, header: { line: 0 } });
    expect((await rehearse(csv('张三,县法院', '李四,县法院'))).remembered).toBe(false);
  });
});

describe('a sheet whose columns nobody knows', () => {
  const strange = csv(
    '青禾县情况表,,',
    '人员,机关,手机',
    '赵一,县检察院,13800000000',
    '钱二,县检察院,13800000001',
  );
  const mapping = [
    { column: 0, field: 'name' as const },
    { column: 1, field: 'unit' as const },
  ];

  it('is told column by column, with all sums zero, and is not applied', async () => {
    const report = await rehearse(strange);
    expect(report).toMatchObject({ needsMapping: true, rows: [], droppedColumns: [], header: { line: 2 } });
    expect(sums(report)).toEqual({ read: 0, added: 0, changed: 0, unchanged: 0, held: 0, skipped: 0 });
    expect(report.header.columns.map(({ title, samples }) => [title, samples])).toEqual([
      ['人员', ['赵一', '钱二']],
      ['机关', ['县检察院', '县检察院']],
      ['手机', []],
    ]);
    const before = booksOf();
    expect(await codeOf(rehearse({ ...strange, apply: true }))).toBe('sheet_no_header');
    expect(booksOf()).toBe(before);
  });

  it('is known by its titles once it was applied, not only rehearsed, with a mapping', async () => {
    await rehearse({ ...strange, mapping });
    expect(await rehearse(strange)).toMatchObject({ remembered: false, needsMapping: true });
    const first = await rehearse({ ...strange, mapping, createUnits: true, apply: true });
    expect(first).toMatchObject({ needsMapping: false, remembered: false, added: 2 });
    const later = csv('人员, 机关 ,手机', '王五,县法院,13800000002');
    expect(await rehearse(later)).toMatchObject({ remembered: true, needsMapping: false, read: 1, added: 1 });
    expect(await rehearse({ ...later, ignoreRemembered: true })).toMatchObject({
      remembered: false,
      needsMapping: true,
    });
    expect(await rehearse(csv('人员,机关,手机,邮箱', '王五,县法院,,'))).toMatchObject({ needsMapping: true });
  });
});

describe('a correction that is remembered', () => {
  const file = csv('姓名,单位,科室', '张三,示例县,县法院');
  const mapping = [{ column: 2, field: 'unit' as const }];

  it('stands before what the titles say, until the sheet is applied without it', async () => {
    await rehearse({ ...file, mapping, createUnits: true, apply: true });
    expect(await rehearse(file)).toMatchObject({
      remembered: true,
      rows: [{ unit: '县法院', outcome: 'unchanged' }],
    });
    const plain = { ...file, ignoreRemembered: true };
    expect(await rehearse({ ...plain, apply: true })).toMatchObject({
      rows: [{ unit: '示例县', outcome: 'held' }],
    });
    expect(await rehearse(file)).toMatchObject({ remembered: false });
  });
});

describe('what was rehearsed', () => {
  const file = csv('姓名,单位,职务', '孙四,县司法局,法官', '孙四,县司法局,书记员', '?强,县司法局,', '小计,,');

  it('is applied with its decisions as one step, and is taken back as one', async () => {
    const rehearsal = await rehearse({ ...file, createUnits: true });
    expect(sums(rehearsal)).toEqual({ read: 4, added: 0, changed: 0, unchanged: 0, held: 3, skipped: 1 });
    const decisions = [
      { line: 2, person: 'new' },
      { line: 3, person: 'new' },
      { line: 4, name: '李强' },
      { line: 5, skip: true as const },
    ];
    const before = booksOf();
    const input = { ...file, createUnits: true, decisions, fileDigest: rehearsal.digest };
    const again = await rehearse(input);
    expect(again.unusedDecisions).toEqual([{ line: 5, why: 'notNeeded' }]);
    expect(again.rows.map(({ outcome, decided = false }) => [outcome, decided])).toEqual([
      ['added', true],
      ['added', true],
      ['added', true],
      ['skipped', false],
    ]);
    expect(booksOf()).toBe(before);
    expect(await rehearse({ ...input, apply: true })).toEqual({ ...again, applied: true });
    expect((await client.personnel.people({})).people.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['孙四', '李强']),
    );
    const { step } = await client.office.lastStep();
    await client.office.undo({ step: step! });
    expect((await rehearse({ ...file, createUnits: true })).rows).toEqual(rehearsal.rows);
  });

  it('is refused once the file is another one, and nothing is changed', async () => {
    const { digest } = await rehearse(file);
    const before = booksOf();
    const changed = csv('姓名,单位', '张三,县法院');
    expect(await codeOf(rehearse({ ...changed, fileDigest: digest, apply: true }))).toBe('file_changed');
    expect(booksOf()).toBe(before);
  });
});

describe('an import that is given up', () => {
  it.each(['parse', 'plan'])('at the step %s leaves the books as they were', async (step) => {
    const rows = Array.from({ length: 3000 }, (_, n) => `张${n},县法院`);
    const before = booksOf();
    const controller = new AbortController();
    const input = { ...csv('姓名,单位', ...rows), createUnits: true, apply: true };
    const importing = codeOf(client.personnel.importRoster(input, { signal: controller.signal }));
    for (;;) {
      const progress = await client.office.progress();
      if (progress?.step === step) break;
      await setImmediate();
    }
    controller.abort();
    expect(await importing).toBe('cancelled');
    expect(booksOf()).toBe(before);
  });

  it('tells meanwhile how many rows have come, and that writing is carried through', async () => {
    const rows = Array.from({ length: 12_000 }, (_, n) => `张${n},县法院`);
    const input = { ...csv('姓名,单位', ...rows), createUnits: true, apply: true };
    let running = true;
    const importing = client.personnel.importRoster(input).finally(() => {
      running = false;
    });
    const seen = new Map<string, { done: number; total: number; cancellable: boolean }[]>();
    while (running) {
      const progress = await client.office.progress();
      if (progress) seen.set(progress.step, [...(seen.get(progress.step) ?? []), progress]);
      await setImmediate();
    }
    expect((await importing).added).toBe(12_000);
    expect([...seen.keys()]).toEqual(['parse', 'plan', 'write']);
    expect(Math.max(...(seen.get('parse') ?? []).map(({ done }) => done))).toBeGreaterThan(0);
    expect(seen.get('write')?.every(({ total, cancellable }) => total === 12_000 && !cancellable)).toBe(true);
  });
});
