import { ORPCError } from '@orpc/client';
import type { OpenLedger } from '../../../electron/store/ledger-store.ts';
import { registerDigest } from '../../faults/register-digest.ts';
import { openUndoDesk, type UndoDesk } from '../undo-desk.ts';

/** An office with two clerks and a reviewer, asked through the API, and a unit with one below it. */
export interface LedgerDesk extends UndoDesk {
  readonly bureau: string;
  readonly station: string;
  /** A draft with everything that issuing needs; `change` stands over it. */
  draft(change?: Record<string, unknown>): Promise<{ id: string; rev: number }>;
  /** The same, issued. */
  issued(change?: Record<string, unknown>): Promise<{ id: string; rev: number }>;
  /** One account with both roles. */
  clerkAndReviewer(): ReturnType<UndoDesk['at']>;
  item(id: string): Promise<Awaited<ReturnType<ReturnType<UndoDesk['at']>['rectification']['item']>>>;
  /** The code and fields of a refusal that left not one row changed. */
  refused(work: () => Promise<unknown>): Promise<{ code: string; fields: Record<string, unknown> }>;
}

export async function openLedgerDesk(code: string, today = '2021-04-10'): Promise<LedgerDesk> {
  const desk = await openUndoDesk(code);
  desk.office.ports.setDate(today);
  const clerk = desk.at('clerk').personnel;
  const bureau = await clerk.createUnit({ name: '县公安局', kind: 'publicSecurity' });
  const station = await clerk.createUnit({ name: '城关派出所', parent: bureau.id });
  const fields = {
    source: 'officeInspection',
    category: '有案不立、压案不查、有罪不究',
    problem: '有案不立',
    measures: '逐案复核',
    unit: bureau.id,
    leader: '李副局长',
    owner: '王所长',
    dueOn: '2021-05-10',
  } as const;
  const self: LedgerDesk = {
    ...desk,
    bureau: bureau.id,
    station: station.id,
    draft: (change = {}) => desk.at('clerk').rectification.draftItem({ ...fields, ...change }),
    async issued(change = {}) {
      const { id, rev } = await self.draft(change);
      const moved = await desk.at('reviewer').rectification.moveItem({ id, rev, move: 'issue' });
      return { id, rev: moved.rev };
    },
    clerkAndReviewer() {
      const client = desk.at('second');
      const { account } = desk.office.host.ledger!;
      const both = { ...account, roles: ['clerk', 'reviewer'] };
      desk.office.host.ledger = Object.create(desk.ledger(), { account: { value: both } }) as OpenLedger;
      return client;
    },
    item: (id) => desk.at('clerk').rectification.item({ id }),
    async refused(work) {
      const before = desk.ledger().read(registerDigest);
      const refusal = await work().then(
        () => null,
        (error: unknown) => error,
      );
      if (!(refusal instanceof ORPCError)) throw new Error(`nothing was refused: ${String(refusal)}`);
      if (desk.ledger().read(registerDigest) !== before)
        throw new Error(`${refusal.code} left something behind`);
      return { code: String(refusal.code), fields: refusal.data as Record<string, unknown> };
    },
  };
  return self;
}
