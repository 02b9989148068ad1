import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { scratch } from '../support/scratch.ts';
import { filled, readWorkbook } from './written-forms.ts';

it('The command line writes a form into a folder, an empty office’s too, and says what it cannot read', async () => {
  const folder = scratch();
  const office = commandLine(folder, 'office');
  const me = ['--user', '甲'];
  const role = ['--role', 'office', '--code', '530101', '--name', '某县/办', '--single-account'];
  await office.run(['init', ...role, ...me]);
  const out = ['--out', `${folder}/paper`, ...me];
  const { exit, json } = await office.run(['form', 'attendanceSummary', '--as', 'xlsx', ...out]);
  expect([exit, basename(json.file)]).toEqual([0, '考勤汇总表-某县办-2021-07-01.xlsx']);
  const sheets = await readWorkbook(readFileSync(json.file).toString('base64'));
  expect(sheets.map(({ sheet }) => sheet.name)).toEqual(['单位汇总', '场次汇总']);
  expect(sheets[0]!.rows.map(filled)).toContainEqual(['合计', 0, 0, 0, 0, 0, 0, 0, '—', '0/0', '—', '0/0']);
  const ledger = await office.run(['form', 'rectificationLedger', '--as', 'docx', '--grouped', ...out]);
  expect(basename(ledger.json.file)).toBe('问题整改台账-某县办-2021-07-01.docx');
  const named = await office.run(['form', 'selfInspectionSummary', '--as', 'docx', '--named', ...out]);
  expect(basename(named.json.file)).toContain('含名单');
  const neither = await office.run(['form', 'reworkNotice', '--as', 'docx', ...out]);
  expect([neither.exit, neither.err]).toEqual([2, expect.stringContaining('item')]);
  const unread = await office.run(['form', 'makeupRegister', '--as', 'docx', '--state', 'none', ...out]);
  expect([unread.exit, unread.err]).toEqual([2, expect.stringContaining('state')]);
});
