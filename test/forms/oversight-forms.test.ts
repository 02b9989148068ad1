import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { codeOf, importing, seal } from '../exchange/forge.ts';
import { type SoleOffice, soleOffice, trustEachOther } from '../exchange/sole-office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { filled, readTables, readWorkbook } from './written-forms.ts';

const scratch = lastingScratch();
let group: SoleOffice;
let prompt: SoleOffice;
let silent: SoleOffice;

/** One office that reports every Monday, and one that stopped after the first. */
beforeAll(async () => {
  const today = '2021-03-01';
  group = await soleOffice(scratch.folder, '530700', { role: 'group', today });
  prompt = await soleOffice(scratch.folder, '530721', { today });
  silent = await soleOffice(scratch.folder, '530722', { today });
  for (const office of [prompt, silent]) await trustEachOther(office, group);
  for (const day of ['2021-03-08', '2021-03-15', '2021-03-22']) {
    for (const office of day === '2021-03-08' ? [prompt, silent] : [prompt]) {
      office.ports.setDate(day);
      group.ports.setDate(day);
      await importing(group, [await seal(office)]);
    }
  }
  group.ports.setDate('2021-03-23');
}, 60_000);
afterAll(() => {
  for (const office of [group, prompt, silent]) office.lock();
  scratch.remove();
});

const span = { from: calendarDate('2021-03-01'), until: calendarDate('2021-03-23') };

describe('Form 12', () => {
  it('asks one office for each period that it owes, and leaves room for number and day', async () => {
    const asked = { form: 'reminderLetter' as const, office: silent.id, ...span };
    const { content, fileName } = await group.client.forms.save({ asked, as: 'docx' });
    expect(fileName).toBe('催报函-office 530722-office 530700-2021-03-23.docx');
    expect(await readTables(content)).toContainEqual([
      ['序号', '报送期', '应报日期', '已迟天数', '情况'],
      ['1', '3月8日至3月14日', '2021年3月15日', '8', '没有收到'],
      ['2', '3月15日至3月21日', '2021年3月22日', '1', '没有收到'],
    ]);
    const said = JSON.stringify((await group.client.forms.preview({ asked })).parts);
    for (const words of ['office 530722：', '有2期数据包没有报到', '现有数据截至2021年3月8日', '零报告'])
      expect(said).toContain(words);
  });

  it('is one letter to all that owe something, and none where nobody does', async () => {
    const asked = { form: 'reminderLetter' as const, ...span, dueOn: calendarDate('2021-03-26') };
    const said = JSON.stringify((await group.client.forms.preview({ asked })).parts);
    expect(said).toContain('2021年3月26日');
    expect(said).toContain('office 530722');
    expect(said).not.toContain('office 530721');
    const paid = { form: 'reminderLetter' as const, office: prompt.id, ...span };
    expect(await codeOf(group.client.forms.preview({ asked: paid }))).toBe('reminder_not_needed');
    expect(await codeOf(prompt.client.forms.preview({ asked }))).toBe('wrong_installation');
  });
});

it('Forms 13 and 14 say in a workbook what the overview shows, and stand in the list of a group alone', async () => {
  const grid = await group.client.forms.save({ asked: { form: 'reportingGrid', ...span }, as: 'xlsx' });
  const rows = (await readWorkbook(grid.content)).flatMap((sheet) => sheet.rows).map(filled);
  expect(rows).toContainEqual([1, 'office 530721', '3月22日', '√', '√', '√', '未到期']);
  expect(rows).toContainEqual([2, 'office 530722', '3月8日', '√', '缺报', '缺报', '未到期']);
  expect(rows).toContainEqual(['已报/应报', '2/2', '1/2', '1/2', '—']);
  const asked = { form: 'officeComparison' as const, asOf: calendarDate('2021-03-22') };
  const comparison = await group.client.forms.save({ asked, as: 'xlsx' });
  const compared = (await readWorkbook(comparison.content)).flatMap((sheet) => sheet.rows).map(filled);
  expect(compared.find(([, name]) => name === 'office 530722')).toContain('3月8日，不计');
  expect(compared.find(([first]) => first === '合计')).toContain('计入1/2');
  const listed = async ({ client }: SoleOffice) => (await client.forms.list()).map(({ form }) => form);
  expect(await listed(group)).toEqual(expect.arrayContaining(['reminderLetter', 'officeComparison']));
  expect(await listed(prompt)).not.toContain('reportingGrid');
});
