import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CommandLine, commandLine } from '../support/command-line.ts';
import { testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';

const { folder, remove } = lastingScratch();
let county: CommandLine;

beforeAll(async () => {
  const office = await testOffice(folder, { code: '530000', today: '2021-07-01' });
  const group = await testOffice(folder, { code: '530100', role: 'group' });
  const groupKeys = await (await group.as('administrator')).exchange.ownKeys();
  await (await office.as('administrator')).exchange.trust({ content: groupKeys.content });
  group.close();
  office.close();
  county = commandLine(folder, '530000');
});
afterAll(remove);

const period = (...words: string[]) => county.run(['period', ...words, '--user', 'reviewer']);

it('periods are closed, listed and reopened from the command line', async () => {
  expect(await period('close', '2021-06-27')).toMatchObject({ exit: 0 });
  const listed = await period('list');
  expect(listed.json).toMatchObject({ closedUntil: '2021-06-27', periods: [{ state: 'closed' }] });
  expect((await period('reopen', '2021-06-20', '--reason', '补录')).exit).not.toBe(0);
  expect(await period('reopen', '2021-06-27', '--reason', '补录')).toMatchObject({ exit: 0 });
  expect((await period('list')).json).toMatchObject({ closedUntil: null, periods: [{ state: 'open' }] });
});

it('an export is looked at first, and said to be a nil report only when it is one', async () => {
  const reviewer = ['--user', 'reviewer'];
  const out = join(folder, 'stick');
  const told = await county.run(['export', 'preview', '--recipient', '530100', ...reviewer]);
  expect(told.json).toMatchObject({ sequence: 1, why: 'firstBundle', mayBeNil: false });
  const nil = ['export', '--out', out, '--nil', ...reviewer];
  expect((await county.run(nil)).exit).not.toBe(0);
  expect(await county.run(['export', '--out', out, ...reviewer])).toMatchObject({ exit: 0 });
  expect((await county.run(nil)).json).toMatchObject({ bundles: [{ sequence: 2 }] });
});

it('names leave by a switch and a reason, from a reviewer alone', async () => {
  const named = ['export', '--out', join(folder, 'stick'), '--with-names'];
  const reason = ['--reason', '市纪委函〔2021〕9号'];
  expect((await county.run([...named, '--user', 'reviewer'])).exit).not.toBe(0);
  expect((await county.run([...named, ...reason, '--user', 'clerk'])).exit).not.toBe(0);
  const sealed = await county.run([...named, ...reason, '--user', 'reviewer']);
  expect(sealed.json).toMatchObject({ bundles: [{ sequence: 3, full: false }] });
});
