import { expect, it } from 'vitest';
import type { ApiClient } from '../../electron/transport/in-process.ts';
import { openInspectionDesk } from '../registers/self-inspection/inspection-desk.ts';
import { PASSWORD } from '../support/office.ts';

const SUMMARY = '曾向管理对象借款五千元';

async function dumped(client: ApiClient) {
  const { registers } = await client.exchange.dump({ reason: '年度核对' });
  const { columns, rows } = registers.find(({ name }) => name === 'filingItems')!;
  return { columns, summaries: rows.map((row) => row[columns.indexOf('summary')]) };
}

it('a dump has summaries for a reviewer who holds the register key, and never their sealed form', async () => {
  const desk = await openInspectionDesk();
  await desk.file(desk.people[0]!, SUMMARY);
  const { columns, summaries } = await dumped(await desk.as('reviewer'));
  expect(columns).not.toContain('sealed');
  expect(summaries).toEqual([SUMMARY]);
});

it('a dump by a reviewer who was given a new password, and so lost the key, leaves summaries empty', async () => {
  const desk = await openInspectionDesk();
  await desk.file(desk.people[0]!, SUMMARY);
  const administrator = await desk.as('administrator');
  await administrator.office.resetPassword({ name: 'reviewer', newPassword: PASSWORD });
  const reviewer = await desk.as('reviewer');
  expect((await reviewer.office.registerKey()).held).toBe(false);
  expect((await dumped(reviewer)).summaries).toEqual([null]);
});
