import { ORPCError } from '@orpc/client';
import type { ApiClient } from '../../../electron/transport/in-process.ts';
import { registerDigest } from '../../faults/register-digest.ts';
import { heldSession, openUndoDesk, type UndoDesk, type Worker } from '../undo-desk.ts';

export type Action = Awaited<ReturnType<ApiClient['actions']['list']>>['actions'][number];

/** An office in the first days of its campaign, with the campaign's actions planned. */
export interface ActionsDesk extends UndoDesk {
  readonly unit: string;
  actions(who?: Worker): ApiClient['actions'];
  all(): Promise<Action[]>;
  /** The occurrence of a campaign's action that falls due in a month. */
  of(definition: string, month?: string): Promise<Action>;
  plan(): ReturnType<ApiClient['actions']['plan']>;
  /** The code of a refusal that left no trace. */
  code(work: () => Promise<unknown>): Promise<string>;
  session(): Promise<{ id: string; rev: number }>;
}

export async function openActionsDesk(code: string, today = '2021-04-10'): Promise<ActionsDesk> {
  const desk = await openUndoDesk(code);
  desk.office.ports.setDate(today);
  const { personnel } = desk.at('clerk');
  const unit = (await personnel.createUnit({ name: '县公安局' })).id;
  await personnel.addPerson({ name: '沈一鸣', unit, status: 'onDuty', from: '2021-02-01' });
  const actions = (who: Worker = 'clerk') => desk.at(who).actions;
  const all = async () => (await actions('reviewer').list({ limit: 500 })).actions;
  const opened: ActionsDesk = {
    ...desk,
    unit,
    actions,
    all,
    async of(definition, month) {
      const found = (await all()).find(
        (one) => one.definition === definition && (month === undefined || one.month === month),
      );
      if (!found) throw new Error(`no ${definition} ${month}`);
      return found;
    },
    async plan() {
      const { campaign } = await actions('reviewer').planPreview();
      return await actions('reviewer').plan({ campaign });
    },
    async code(work) {
      const before = desk.ledger().read(registerDigest);
      const refusal = await work().catch((error: unknown) => error);
      if (desk.ledger().read(registerDigest) !== before) throw new Error('a refusal left a trace');
      return refusal instanceof ORPCError ? refusal.code : 'nothing was refused';
    },
    session: () => heldSession(desk.at('clerk'), [unit]),
  };
  return opened;
}
