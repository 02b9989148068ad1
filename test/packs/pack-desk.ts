import ExcelJS from 'exceljs';
import type { ApiClient } from '../../electron/transport/in-process.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { registerDigest } from '../faults/register-digest.ts';
import { type TestOffice, testOffice } from '../support/office.ts';

export type IssuedFile = Awaited<ReturnType<ApiClient['packs']['issue']>>['files'][number];
export type Taken = Awaited<ReturnType<ApiClient['packs']['take']>>;
export type Report = Taken['packs'][number];
export type TakeAsked = Parameters<ApiClient['packs']['take']>[0];

/** Six units of three people each, every person with all fields: 甲一, 甲二, 甲三 of 甲 and so on. */
const UNITS = ['甲', '乙', '丙', '丁', '戊', '己'] as const;
const PEOPLE = ['一', '二', '三'];

export interface PackDesk {
  readonly office: TestOffice;
  readonly clerk: ApiClient;
  unit(name: string): string;
  person(name: string): string;
  take(asked: TakeAsked): Promise<Taken>;
  digest(): string;
}

export async function packDesk(
  folder: string,
  code = '530000',
  names: readonly string[] = UNITS,
): Promise<PackDesk> {
  const office = await testOffice(folder, { code });
  const clerk = await office.as('clerk');
  const units = new Map<string, string>();
  const people = new Map<string, string>();
  for (const name of names) {
    const { id } = await clerk.personnel.createUnit({ name: `${name}局` });
    units.set(name, id);
    for (const [at, end] of PEOPLE.entries()) {
      const fields = { post: '科员', staffing: 'administrative' as const, orderNumber: at + 1 };
      const added = { name: `${name}${end}`, ...fields, unit: id, from: calendarDate('2021-03-01') };
      people.set(`${name}${end}`, (await clerk.personnel.addPerson(added)).id);
    }
  }
  return {
    ...{ office, clerk },
    unit: (name) => units.get(name)!,
    person: (name) => people.get(name)!,
    take: (asked) => clerk.packs.take(asked),
    digest: () => office.host.ledger!.read(registerDigest),
  };
}

/** A pack as another program opens it. */
export async function opened(content: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(content, 'base64') as unknown as ArrayBuffer);
  return book;
}

export interface Edit {
  /** Cell of the line that names this person, by the column's label. */
  set(person: string, label: string, value: string | number | null): Edit;
  /** A row under the list, by labels. */
  add(cells: Readonly<Record<string, string | number>>): Edit;
  sheet: ExcelJS.Worksheet;
  /** 1-based. */
  column(label: string): number;
  line(person: string): number;
}

/** What a unit does with its pack in another program, and the file that it brings back. */
export async function edited(
  { fileName, content }: Pick<IssuedFile, 'fileName' | 'content'>,
  edit: (sheet: Edit) => void,
): Promise<{ fileName: string; content: string }> {
  const book = await opened(content);
  edit(hand(book.worksheets[0]!));
  return { fileName, content: Buffer.from(await book.xlsx.writeBuffer()).toString('base64') };
}

export function hand(sheet: ExcelJS.Worksheet): Edit {
  const head = lineOf(sheet, 3, (text) => text === '姓名');
  let last = sheet.actualRowCount;
  sheet.eachRow((row, at) => {
    if (row.getCell(1).text !== '') last = at;
  });
  const self: Edit = {
    sheet,
    column(label) {
      for (let at = 1; at <= sheet.columnCount; at++) if (sheet.getCell(head, at).text === label) return at;
      throw new Error(`no column ${label}`);
    },
    line: (person) => lineOf(sheet, 3, (text) => text === person),
    set(person, label, value) {
      sheet.getCell(self.line(person), self.column(label)).value = value;
      return self;
    },
    add(cells) {
      last += 1;
      for (const [label, value] of Object.entries(cells))
        sheet.getCell(last, self.column(label)).value = value;
      return self;
    },
  };
  return self;
}

function lineOf(sheet: ExcelJS.Worksheet, column: number, is: (text: string) => boolean): number {
  for (let at = 1; at <= sheet.rowCount; at++) if (is(sheet.getCell(at, column).text)) return at;
  throw new Error('no such line');
}
