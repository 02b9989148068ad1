import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../shared/contract/index.ts';
import { type CommandLine, commandLine } from '../support/command-line.ts';
import { PASSWORD } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';

const { folder, remove } = lastingScratch();
const roster = join(import.meta.dirname, '../fixtures/rosters/county.xlsx');
let county: CommandLine;
let recoveryCode: string;

beforeAll(async () => {
  county = commandLine(folder, 'county');
  const init = ['init', '--role', 'office', '--code', '530101', '--name', '示例县', '--user', 'admin'];
  const { json } = await county.run(init);
  recoveryCode = json.recoveryCode;
  for (const role of ['clerk', 'reviewer']) {
    await county.run(['account', 'add', role, '--role', role, '--user', 'admin']);
  }
});

afterAll(remove);

describe('init', () => {
  it('gives the first account administrator alone, and an unproved recovery code in seven groups of four', async () => {
    expect(recoveryCode).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
    const { json } = await county.run(['identity', '--user', 'admin']);
    expect(json).toMatchObject({ recoveryConfirmed: false, singleAccount: false, demo: false });
    expect(json.account.roles).toEqual(['administrator']);
  });

  it('is proved by typing the code back; a wrong one proves nothing', async () => {
    const wrong = await county.run(['recovery', 'confirm', '--user', 'admin'], {
      LEDGER_RECOVERY_CODE: recoveryCode.replace(/.$/, (last) => (last === '2' ? '3' : '2')),
    });
    expect(wrong).toMatchObject({ exit: 1 });
    expect(JSON.parse(wrong.err).error.code).toBe('recovery_wrong');
    const right = await county.run(['recovery', 'confirm', '--user', 'admin'], {
      LEDGER_RECOVERY_CODE: recoveryCode.toLowerCase(),
    });
    expect(right.json).toEqual({ recoveryConfirmed: true });
  });

  it('lets a forgotten password give way to a new one, told in the history', async () => {
    const reset = await county.run(['recovery', 'reset', 'clerk'], {
      LEDGER_RECOVERY_CODE: recoveryCode,
      LEDGER_NEW_PASSWORD: 'another-river-78',
    });
    expect([reset.exit, reset.json]).toEqual([0, { reset: 'clerk' }]);
    const old = await county.run(['verify', '--user', 'clerk']);
    expect(JSON.parse(old.err).error.code).toBe('wrong_password');
    const secrets = { LEDGER_PASSWORD: 'another-river-78' };
    expect((await county.run(['verify', '--user', 'clerk'], secrets)).exit).toBe(0);
    expect((await county.run(['account', 'password', '--user', 'clerk'], secrets)).exit).toBe(0);
    expect((await county.run(['verify', '--user', 'clerk'])).exit).toBe(0);
  });

  it('gives clerk and reviewer to different accounts, whoever else is also administrator', async () => {
    const both = ['account', 'add', 'both', '--role', 'clerk,reviewer', '--user', 'admin'];
    expect(JSON.parse((await county.run(both)).err).error.code).toBe('roles_apart');
    const head = ['account', 'add', 'head', '--role', 'reviewer,administrator', '--user', 'admin'];
    expect((await county.run(head)).json.roles).toEqual(['reviewer', 'administrator']);
  });

  it('never touches a folder that has a ledger', async () => {
    const again = ['init', '--role', 'office', '--code', '1234', '--name', 'x', '--user', 'admin'];
    const { exit, err } = await county.run(again);
    expect([exit, JSON.parse(err).error.code]).toEqual([1, 'already_initialized']);
  });

  it('with --single-account gives every role, shown as such for ever', async () => {
    const lone = commandLine(folder, 'lone');
    await lone.run([
      'init',
      '--role',
      'office',
      '--code',
      '530102',
      '--name',
      '独',
      '--user',
      'one',
      '--single-account',
    ]);
    const { json, err } = await lone.run(['identity', '--user', 'one']);
    expect(err).toMatch(/^单账户安装：.*。恢复码未验证：.*。$/);
    expect(json.singleAccount).toBe(true);
    expect(json.account).toMatchObject({ single: true, roles: ['clerk', 'reviewer', 'administrator'] });
  });
});

describe('exit codes', () => {
  it.each([
    [['frobnicate']],
    [[]],
    [['figures', '--user', 'clerk']],
    [['figures', '--as-of', '2021-02-30', '--user', 'clerk']],
    [['verify', '--user', 'clerk', '--password', 'secret']],
    [['roster', 'import', '--user', 'clerk']],
    [['call', 'study.nothing', '{}', '--user', 'clerk']],
    [['call', 'study.sessions', 'no json', '--user', 'clerk']],
  ])('%j is not understood: 2, and nothing on standard output', async (argv) => {
    const { exit, out, err } = await county.run(argv);
    expect([exit, out]).toEqual([2, '']);
    expect(err).not.toBe('');
  });

  it('1 is a refusal: its code, its Chinese sentence and its fields as JSON on standard error', async () => {
    const { exit, out, err } = await county.run(['verify', '--user', 'clerk'], {
      LEDGER_PASSWORD: 'wrong one',
    });
    expect([exit, out]).toEqual([1, '']);
    expect(JSON.parse(err)).toEqual({
      error: { code: 'wrong_password', message: expect.stringMatching(/。$/), left: 4 },
    });
  });

  it('a role that may not is refused by name of the roles that may', async () => {
    const { err } = await county.run(['roster', 'import', roster, '--user', 'reviewer']);
    expect(JSON.parse(err).error).toMatchObject({ code: 'not_allowed', needs: ['clerk'] });
  });

  it('input that the contract refuses names the field and changes nothing', async () => {
    const { err } = await county.run(['call', 'personnel.addPerson', '{"name":""}', '--user', 'clerk']);
    const { code, fields } = JSON.parse(err).error;
    expect([code, fields]).toEqual(['invalid_input', ['name', 'unit']]);
  });
});

describe('roster import', () => {
  it('rehearses: all counts and rows, nothing applied', async () => {
    const { json } = await county.run(['roster', 'import', roster, '--user', 'clerk', '--create-units']);
    const { added, changed, unchanged, held, skipped } = json;
    expect(added + changed + unchanged + held + skipped).toBe(json.read);
    expect(json.rows).toHaveLength(json.read);
    expect(json).toMatchObject({ applied: false, changed: 0, unchanged: 0 });
    expect(Object.keys(json.rows[0])).toEqual(['line', 'outcome', 'name', 'unit', 'reason']);
    const people = await county.run(['call', 'personnel.people', '{}', '--user', 'clerk']);
    expect(people.json.total).toBe(0);
  });

  it('applies what it rehearsed, and the same file again changes nothing', async () => {
    const words = ['roster', 'import', roster, '--user', 'clerk', '--create-units', '--secondment', 'in'];
    const rehearsal = await county.run(words);
    const applied = await county.run([...words, '--apply']);
    expect(applied.json).toEqual({ ...rehearsal.json, applied: true });
    const people = await county.run(['call', 'personnel.people', '{}', '--user', 'clerk']);
    expect(people.json.total).toBe(applied.json.added);
    const again = await county.run([...words, '--apply']);
    expect(again.json).toMatchObject({ added: 0, changed: 0, unchanged: applied.json.added });
  });

  it('of a file that is none is refused by name', async () => {
    const file = join(folder, 'letter.xlsx');
    writeFileSync(file, '<html><body>not a sheet</body></html>');
    const { err } = await county.run(['roster', 'import', file, '--user', 'clerk']);
    expect(JSON.parse(err).error.code).toBe('sheet_html');
    const missing = await county.run(['roster', 'import', join(folder, 'nowhere.csv'), '--user', 'clerk']);
    expect(JSON.parse(missing.err).error.code).toBe('file_unreadable');
  });
});

describe('dump', () => {
  it('is the reviewer’s, needs a reason that the history keeps, and writes every register twice', async () => {
    const out = join(folder, 'dump');
    const refused = await county.run(['dump', '--out', out, '--reason', 'r', '--user', 'clerk']);
    expect(JSON.parse(refused.err).error.code).toBe('not_allowed');
    const { json } = await county.run(['dump', '--out', out, '--reason', '年度核对', '--user', 'reviewer']);
    const people = json.registers.find(({ name }: { name: string }) => name === 'people');
    expect(people.rows).toBeGreaterThan(50);
    for (const { name, rows } of json.registers) {
      expect(JSON.parse(readFileSync(join(out, `${name}.json`), 'utf8'))).toHaveLength(rows);
      expect(readFileSync(join(out, `${name}.csv`), 'utf8')).toMatch(/^\uFEFF(office|id),/);
    }
    const campaigns = JSON.parse(readFileSync(join(out, 'campaigns.json'), 'utf8'));
    expect(campaigns).toMatchObject([{ office: '530101', preset: '2021' }]);
    expect(JSON.parse(campaigns[0].content).phases).toHaveLength(3);
  });

  it('never writes a cell that a spreadsheet program would run', async () => {
    const { json } = await county.run(['call', 'personnel.units', '{}', '--user', 'clerk']);
    const person = { name: '=甲', unit: json[0].id, post: '＝HYPERLINK("x")' };
    await county.run(['call', 'personnel.addPerson', JSON.stringify(person), '--user', 'clerk']);
    const out = join(folder, 'dump-2');
    await county.run(['dump', '--out', out, '--reason', '核对', '--user', 'reviewer']);
    const csv = readFileSync(join(out, 'people.csv'), 'utf8');
    expect(csv).toContain(',\'=甲,"\'＝HYPERLINK(""x"")"');
  });
});

describe('import', () => {
  it('of a file that is no bundle ends with 1: its line in the answer, its sentence on standard error', async () => {
    const file = join(folder, 'letter.jyzd');
    writeFileSync(file, 'not a bundle');
    const { exit, json, err } = await county.run(['import', file, file, '--user', 'clerk', '--apply']);
    expect(exit).toBe(1);
    expect(json.applied).toBe(false);
    const line = { fileName: 'letter.jyzd', outcome: 'refused', problem: 'bundle_not_a_bundle' };
    expect(json.bundles).toMatchObject([line, line]);
    const sentence = {
      code: 'bundle_not_a_bundle',
      message: expect.stringMatching(/。$/),
      fileName: 'letter.jyzd',
    };
    expect(err.match(/\{"error".*?\}\}/g)?.map((one) => JSON.parse(one).error)).toEqual([sentence, sentence]);
  });
});

describe('figures', () => {
  it('are printed by id with numerator, denominator and text', async () => {
    const { json, err } = await county.run(['figures', '--as-of', '2021-06-30', '--user', 'clerk']);
    expect(json.coverage).toEqual({ numerator: 0, denominator: expect.any(Number), text: '0.0%' });
    expect(json.participationFirst).toEqual({ numerator: 0, denominator: 0, text: '—' });
    expect(json.attendanceRate).toBeUndefined();
    expect(err).toBe('');
  });

  it('of a group leave out offices without data, and name them beside the figures', async () => {
    const group = commandLine(folder, 'group');
    await group.run(['init', '--role', 'group', '--code', '530100', '--name', '指导组', '--user', 'admin']);
    const keys = join(folder, 'county.json');
    await county.run(['keys', 'export', keys, '--user', 'admin']);
    const pinned = await group.run(['trust', keys, '--user', 'admin']);
    expect(pinned.json).toMatchObject({ code: '530101', kind: 'office', demo: false });
    const { json, err } = await group.run(['figures', '--as-of', '2021-06-30', '--user', 'admin']);
    expect(json.coverage).toEqual({ numerator: 0, denominator: 0, text: '—' });
    expect(err).toContain('示例县（530101）尚未导入任何数据包，未计入合计。');
  });
});

describe('procedures and call', () => {
  it('list and reach everything in the contract, with schemas', async () => {
    const { json } = await county.run(['procedures']);
    const names = Object.entries(contract).flatMap(([register, procedures]) =>
      Object.keys(procedures).map((name) => `${register}.${name}`),
    );
    expect(json.map((one: { procedure: string }) => one.procedure)).toEqual(names);
    const mark = json.find((one: { procedure: string }) => one.procedure === 'study.mark');
    expect(mark).toMatchObject({
      who: ['clerk', 'reviewer'],
      at: 'office',
      input: { required: ['session', 'rev'] },
    });
    const rounds = await county.run(['call', 'selfInspection.rounds', '{}', '--user', 'clerk']);
    expect(rounds.json).toHaveLength(1);
  });
});

it('no secret stands in any file of the data folder in plain', () => {
  for (const file of ['ledger.db', 'key-slots.json', 'anchor']) {
    const content = readFileSync(join(county.data, file));
    for (const secret of [PASSWORD, recoveryCode, recoveryCode.replaceAll('-', '')]) {
      expect(content.includes(secret)).toBe(false);
    }
  }
});
