import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormAsked } from '../../shared/contract/forms.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { type SoleOffice, soleOffice, trustEachOther } from '../exchange/sole-office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { readTables, readWorkbook } from './written-forms.ts';

const scratch = lastingScratch();
let county: SoleOffice;
let group: SoleOffice;
let code = '';
let hash = '';

beforeAll(async () => {
  county = await soleOffice(scratch.folder, '530101', { today: '2021-04-08' });
  group = await soleOffice(scratch.folder, '530100', { role: 'group', today: '2021-04-10' });
  await trustEachOther(county, group);
  const stick = join(scratch.folder, 'stick');
  mkdirSync(stick);
  const first = await county.client.exchange.exportBundle({});
  hash = first.hash;
  await county.client.exchange.writeBundle({ place: stick, medium: 'U-03', bundles: [first] });
  await group.client.exchange.importBundles({ files: [first], apply: true });
  ({ code } = await group.client.exchange.receipt({ sender: county.id, sequence: 1 }));
  county.ports.setDate('2021-04-12');
  await county.client.exchange.enterReceipt({ recipient: group.id, sequence: 1, code });
  await county.client.exchange.exportBundle({});
});
afterAll(() => {
  for (const one of [county, group]) one.lock();
  scratch.remove();
});

type Asked = Partial<Extract<FormAsked, { form: 'exchangeRegister' }>>;
const asked = (more: Asked = {}): FormAsked => ({ form: 'exchangeRegister', ...more });
const preview = (more: Asked = {}) => county.client.forms.preview({ asked: asked(more) });
const rowsOf = async (more: Asked = {}) => {
  const table = (await preview(more)).parts.find((part) => part.kind === 'table')!;
  return table.rows.map(({ cells }) => cells.map(({ value }) => value));
};
const inLines = (text: string) => text.match(/.{16}/g)!.join('\n');

describe('The register of exchanges', () => {
  it('lists what was sealed in the days asked for, with medium, digest and the code that came back', async () => {
    const [first, second, sum] = await rowsOf();
    expect(first).toEqual([
      ...[1, '2021年4月8日', 1, '上报包\n（全量）', 'office 530100', '530101-00001-20210408.jyzd'],
      ...[inLines(hash), 'U-03', 'sole', null, code, '2021年4月12日'],
    ]);
    expect(second!.slice(7)).toEqual([null, 'sole', null, null, null]);
    expect(sum!.at(-1)).toMatch(/^2 个包，\d+ 字节；凭回执码确认送达 1 个$/);
    expect(await rowsOf({ from: calendarDate('2021-04-09') })).toHaveLength(2);
    expect(await rowsOf({ until: calendarDate('2021-04-08'), party: group.id })).toHaveLength(2);
    expect(await rowsOf({ until: calendarDate('2021-04-07') })).toHaveLength(1);
  });

  it('prints one bundle as a sheet of its own, with boxes to be signed', async () => {
    const words = JSON.stringify(await rowsOf({ sequence: 1 }));
    for (const said of ['U-03', code, '批准人', '接收人', '签字', '2021年4月12日'])
      expect(words).toContain(said);
    expect(JSON.stringify(await rowsOf({ sequence: 2 }))).not.toContain(code);
    await expect(preview({ sequence: 9 })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is in .xlsx and .docx what it is on the screen, and never tells a code that nobody has typed', async () => {
    const { forms } = county.client;
    const xlsx = await forms.save({ asked: asked(), as: 'xlsx' });
    expect(xlsx.fileName).toBe('数据交换登记单-office 530101-2021-04-12.xlsx');
    const [sheet] = await readWorkbook(xlsx.content);
    const docx = await forms.save({ asked: asked(), as: 'docx' });
    for (const words of [JSON.stringify(sheet!.rows), JSON.stringify(await readTables(docx.content))])
      for (const said of ['530101-00002-20210412.jyzd', 'U-03', code]) expect(words).toContain(said);
    const bundle = await county.client.exchange.exportBundle({});
    await group.client.exchange.importBundles({ files: [bundle], apply: true });
    const { sequence } = bundle;
    const { code: other } = await group.client.exchange.receipt({ sender: county.id, sequence });
    expect(JSON.stringify(await preview())).not.toContain(other);
  });
});
