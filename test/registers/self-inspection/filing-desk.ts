import { addPerson, transfer } from '../../../electron/registers/personnel/personnel-register.ts';
import {
  createRound,
  disposeItem,
  file,
  filing,
  filings,
  moveFiling,
} from '../../../electron/registers/self-inspection/self-inspection-register.ts';
import type { Given } from '../../../shared/contract/base.ts';
import type { selfInspection } from '../../../shared/contract/self-inspection.ts';
import type { PostingStatus } from '../../../shared/vocabulary/words.ts';
import { type Desk, day, openDesk } from '../rectification/desk.ts';

export type FilingDesk = Awaited<ReturnType<typeof openFilingDesk>>;

/** A desk with a round from 2021-03-10 to 2021-04-20, and what a clerk and a reviewer do in it. */
export async function openFilingDesk() {
  const desk: Desk = await openDesk();
  const { ledger, clerk, reviewer } = desk;
  const round = ledger.write(reviewer.account, 'round', (write) =>
    createRound(write, { name: '第一轮', beginsOn: day('2021-03-10'), endsOn: day('2021-04-20') }),
  ).id;
  let people = 0;

  function person(from = '2021-01-01', status: PostingStatus = 'onDuty'): string {
    people += 1;
    const fields = {
      name: `甲${people}`,
      post: null,
      staffing: null,
      orderNumber: people,
      disambiguator: null,
    };
    return ledger.write(clerk.account, 'person', (write) =>
      addPerson(write, { ...fields, unit: desk.unit, status, from: day(from) }),
    ).id;
  }

  const read = (id: string) =>
    ledger.read((db) =>
      filing(db, { office: ledger.office, today: desk.ports.clock.today(), actor: clerk }, id),
    );

  return {
    ...desk,
    round,
    person,
    read,
    leave: (id: string, from: string) =>
      ledger.write(clerk.account, 'transfer', (write) => {
        const { rev } = write.get<{ rev: number }>('SELECT rev FROM person WHERE id = ?', id)!;
        return transfer(write, { id, rev, unit: desk.unit, status: 'transferredOut', from: day(from) });
      }),
    list: (filter: Partial<Given<typeof selfInspection.filings>> = {}) =>
      ledger.read((db) =>
        filings(db, ledger.office, { round, offset: 0, limit: 500, ...filter }, desk.ports.clock.today()),
      ),
    file: (input: Partial<Given<typeof selfInspection.file>> & { person: string }) =>
      ledger.write(clerk.account, 'file', (write) =>
        file(write, clerk, {
          round,
          filedOn: day('2021-03-12'),
          declared: input.items?.length ? 'hasProblem' : 'noProblem',
          paperNumber: null,
          items: [],
          ...input,
        }),
      ).id,
    clerkMoves: (id: string, step: Omit<Given<typeof selfInspection.moveFiling>, 'id' | 'rev'>) =>
      ledger.write(clerk.account, 'move', (write) =>
        moveFiling(write, clerk, { ...step, id, rev: read(id).rev }),
      ),
    reviewerMoves: (id: string, step: Omit<Given<typeof selfInspection.moveFiling>, 'id' | 'rev'>) =>
      ledger.write(reviewer.account, 'move', (write) =>
        moveFiling(write, reviewer, { ...step, id, rev: read(id).rev }),
      ),
    dispose: (
      id: string,
      number: number,
      how: Omit<Given<typeof selfInspection.disposeItem>, 'item' | 'rev'>,
    ) =>
      ledger.write(reviewer.account, 'dispose', (write) => {
        const item = read(id).itemList[number]!;
        return disposeItem(write, { ...how, item: item.id, rev: item.rev });
      }),
  };
}
