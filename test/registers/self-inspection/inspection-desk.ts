import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { databaseFile } from '../../../electron/store/data-folder.ts';
import { openWithPassword } from '../../../electron/store/key-slots.ts';
import { readSlots } from '../../../electron/store/slot-file.ts';
import type { ApiClient } from '../../../electron/transport/in-process.ts';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import type { AccountRole } from '../../../shared/vocabulary/words.ts';
import { registerDigest } from '../../faults/register-digest.ts';
import { decryptedFile } from '../../support/decrypted-file.ts';
import { PASSWORD, testOffice } from '../../support/office.ts';
import { scratch } from '../../support/scratch.ts';

export const day = calendarDate;

/** An office asked through its API on 2021-05-01, in a round from 2021-04-06 to 2021-05-31, with people to file. */
export async function openInspectionDesk(people = 3) {
  const root = scratch();
  const office = await testOffice(root, { today: '2021-05-01' });
  onTestFinished(() => office.close());
  const folder = join(root, '530000');
  const reviewer = await office.as('reviewer');
  const [first] = await reviewer.selfInspection.rounds({});
  const round = first!.id;
  await reviewer.selfInspection.updateRound({
    id: round,
    rev: first!.rev,
    name: '第一轮',
    beginsOn: day('2021-04-06'),
    endsOn: day('2021-05-31'),
  });
  const clerk = await office.as('clerk');
  const unit = (await clerk.personnel.createUnit({ name: '县公安局', kind: 'publicSecurity' })).id;
  const ids: string[] = [];
  for (let number = 1; number <= people; number++) {
    const given = { name: `甲${number}`, unit, orderNumber: number, from: day('2021-01-01') };
    ids.push((await clerk.personnel.addPerson(given)).id);
  }
  return {
    ...office,
    folder,
    round,
    unit,
    people: ids,
    async file(person: string, summary?: string, paperNumber: string | null = null) {
      const items = summary === undefined ? [] : [{ category: 'shares-and-loans', summary }];
      const client = await office.as('clerk');
      return client.selfInspection.file({
        round,
        person,
        filedOn: day('2021-04-20'),
        declared: summary === undefined ? 'noProblem' : 'hasProblem',
        paperNumber,
        items,
      });
    },
    async bytes() {
      const { dataKey } = await openWithPassword(readSlots(folder), 'administrator', PASSWORD, office.ports);
      return decryptedFile(databaseFile(folder), dataKey);
    },
    digest: () => office.host.ledger!.read(registerDigest),
    /** The code of the refusal, after checking that nothing changed. */
    async refused(role: AccountRole, ask: (client: ApiClient) => Promise<unknown>): Promise<unknown> {
      const client = await office.as(role);
      const before = office.host.ledger!.read(registerDigest);
      const code = await ask(client).then(
        () => 'nothing was refused',
        (error: { code: string }) => error.code,
      );
      if (office.host.ledger!.read(registerDigest) !== before) return `${code} left something behind`;
      return code;
    },
  };
}
