import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../electron/commands/run.ts';
import { marksOfPairs } from '../../renderer/text/attendance-import.ts';
import { signInDesk, story } from '../registers/study/sign-in-desk.ts';
import { type CommandLine, commandLine } from '../support/command-line.ts';
import { PASSWORD } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';

const { folder, remove } = lastingScratch();
const fixture = (name: string) => join(import.meta.dirname, '../fixtures/attendance', name);
const paper = fixture('paper.xlsx');
const messy = fixture('sign-in.xls');
let county: CommandLine;
let session: string;

beforeAll(async () => {
  const desk = await signInDesk(folder, story.list);
  session = await desk.held();
  desk.office.close();
  county = commandLine(folder, '530000');
});
afterAll(remove);

const words = (file: string, ...more: string[]) => [
  ...['attendance', 'import', file, '--session', session, '--user', 'clerk'],
  ...more,
];

describe('attendance import', () => {
  it('rehearses: sums, rows, typed totals beside computed ones, nothing applied', async () => {
    const { exit, json } = await county.run(words(messy));
    const { read, added, changed, unchanged, held, skipped, rows } = json;
    expect([exit, rows.length]).toEqual([0, read]);
    expect(added + changed + unchanged + held + skipped).toBe(read);
    expect(json).toMatchObject({ ...story['sign-in'], rows: expect.anything(), applied: false });
    expect(json.sums.unmarked).toBe(story.list.length - added);
  });

  it('applies what it rehearsed, with the words of --map, and is taken back by undo', async () => {
    const map = ['--map', '○=出席，×=缺席'];
    const rehearsal = (await county.run(words(messy, ...map))).json;
    expect(rehearsal.unmapped).toEqual([{ text: '请假', count: 1 }]);
    const { json } = await county.run(words(messy, ...map, '--apply'));
    expect(json).toEqual({ ...rehearsal, applied: true, sessionRev: json.sessionRev });
    const again = (await county.run(words(messy, ...map, '--apply'))).json;
    expect(again).toMatchObject({ added: 0, changed: 0, sessionRev: json.sessionRev });
    expect((await county.run(['undo', '--user', 'clerk'])).json.action).toBe('study.importAttendance');
    expect((await county.run(words(messy, ...map))).json.sums).toEqual(rehearsal.sums);
  });

  it('says in words, without --json, what differs and what is in doubt', async () => {
    const printed: string[] = [];
    const secrets = { ask: async () => PASSWORD };
    const terminal = { print: (text: string) => printed.push(text), complain: () => {} };
    await runCommand([...words(messy), '--data', county.data], county.ports, secrets, terminal);
    const lines = printed.join('').split('\n');
    expect(lines[0]).toMatch(
      /^预演，没有登记任何内容。读取 \d+ ＝ 新增 \d+ ＋ 变更 0 ＋ 未变 1 ＋ 待定 \d+ ＋ 跳过 \d+$/,
    );
    expect(lines).toContain('实到：文件上写 21（申报值），逐人合计 13，以逐人登记为准。');
    expect(lines).toContainEqual(
      expect.stringMatching(/^看不出意思的记号：“○” 1 处，“×” 1 处，“请假” 1 处。/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^第 13 行 跳过/));
  });

  it('is not understood with a map that is none, 2, and refused by name, 1', async () => {
    expect(await county.run(words(paper, '--map', '○=来过'))).toMatchObject({ exit: 2, out: '' });
    expect(await county.run(['attendance', 'import', paper, '--user', 'clerk'])).toMatchObject({ exit: 2 });
    const code = async (argv: string[]) => {
      const { exit, err } = await county.run(argv);
      return [exit, JSON.parse(err).error.code];
    };
    const nowhere = ['attendance', 'import', paper, '--session', 'none', '--user', 'clerk'];
    expect(await code(nowhere)).toEqual([1, 'not_found']);
    expect(await code(words(fixture('none.xlsx')))).toEqual([1, 'file_unreadable']);
    expect(await code(words(paper, '--sheet', '没有'))).toEqual([1, 'sheet_unknown']);
  });
});

describe('pairs of a text and a mark', () => {
  it('stand between commas of either width, with spaces where one likes', () => {
    expect(marksOfPairs('○=出席, ×＝缺席，假 = 事假，')).toEqual({
      map: { '○': 'present', '×': 'absent', 假: 'personalLeave' },
    });
    expect(marksOfPairs('')).toEqual({ map: {} });
  });

  it.each(['○', '○=', '=出席', '○=来过', '○=请假', '○=出席=缺席', '√=出席，○=出席，○=缺席'])(
    'are told where they are none: %s',
    (text) => {
      expect(marksOfPairs(text)).toEqual({ wrong: text.split('，').at(-1) });
    },
  );
});
