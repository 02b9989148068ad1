import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { type Desk, newDesk } from './county.ts';
import type { Goal, Line } from './lines.ts';
import { clocked, interleaved } from './measure.ts';

const GOAL: Goal = { ratio: 1.3 };
const PEOPLE_OF_A_UNIT = 160;
const HEADER = [
  '序号',
  '姓名',
  '性别',
  '单位',
  '职务',
  '编制',
  '状态',
  '身份证号',
  '联系电话',
  '警号',
  '备注',
];
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂英华建国文斌';

/**
 * A roster rehearsed through the API, against an empty register and against one that has everybody; beside it the
 * sheet library alone, which counts the cells of the same file in a process of its own.
 */
export async function rehearseRosters(root: string, rows: number, times: number): Promise<Line[]> {
  const path = join(root, 'roster.xlsx');
  const bytes = await writeXlsx({
    sheets: [{ name: '花名册', rows: [HEADER, ...Array.from({ length: rows }, rowOf)] }],
  });
  writeFileSync(path, bytes);
  const content = Buffer.from(bytes).toString('base64');
  const desk = await newDesk(root, '530199', 'office');
  const what = `roster of ${rows.toLocaleString('en')} rows rehearsed`;
  const empty = await measured(desk, content, path, times, (report) => report.added);
  await desk.client.personnel.importRoster({
    fileName: 'roster.xlsx',
    content,
    createUnits: true,
    apply: true,
  });
  const full = await measured(desk, content, path, times, (report) => report.unchanged);
  return [
    { what: `${what} / sheet library alone`, unit: 'ms', ...empty, goal: GOAL },
    { what: `${what} against as many people / the same`, unit: 'ms', ...full, goal: GOAL },
  ];

  async function measured(
    { client }: Desk,
    whole: string,
    file: string,
    turns: number,
    expected: (report: Awaited<ReturnType<typeof client.personnel.importRoster>>) => number,
  ) {
    return await interleaved(
      turns,
      async () => {
        await forgetLastSheet(client);
        return await clocked(async () => {
          const input = { fileName: 'roster.xlsx', content: whole, createUnits: true };
          const report = await client.personnel.importRoster(input);
          if (expected(report) !== rows)
            throw new Error(`of ${rows} rows ${expected(report)} are as expected`);
        });
      },
      () => clocked(() => countCells(file)),
    );
  }
}

/** The core keeps the sheet that it read last. */
async function forgetLastSheet(client: Desk['client']): Promise<void> {
  const content = Buffer.from('姓名,单位\n甲,乙').toString('base64');
  await client.personnel.importRoster({ fileName: 'other.csv', content });
}

async function countCells(file: string): Promise<void> {
  const child = fork(join(import.meta.dirname, 'sheet-library.ts'), [file]);
  const [cells] = await once(child, 'message');
  if (typeof cells !== 'number' || cells === 0) throw new Error('the sheet library found no cells');
}

/** Everybody has a badge, so that nobody is held. */
function rowOf(_: unknown, at: number): (string | number)[] {
  const name = [SURNAMES[at % 30], GIVEN[(at * 7) % 26], GIVEN[(at * 13 + Math.floor(at / 780)) % 26]].join(
    '',
  );
  const unit = `第${Math.floor(at / PEOPLE_OF_A_UNIT) + 1}派出所`;
  const post = ['科员', '民警', '副所长', '内勤'][at % 4] ?? '';
  const staffing = ['政法专项', '行政', '事业', '工勤'][at % 4] ?? '';
  const idCard = `99000019800101${String(at % 10_000).padStart(4, '0')}`;
  return [
    at + 1,
    name,
    at % 2 ? '男' : '女',
    unit,
    post,
    staffing,
    '在岗',
    idCard,
    `139${10_000_000 + at}`,
    String(100_000 + at),
    '',
  ];
}
