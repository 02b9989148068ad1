/** A county and the group that evaluates it, with what each sees of the study phase. */
import { expect } from 'vitest';
import { type ApiClient, inProcessClient } from '../../electron/transport/in-process.ts';
import {
  EFFECT,
  type Evaluation,
  type EvaluationDesk,
  openEvaluationDesk,
} from '../registers/evaluation/evaluation-desk.ts';
import { type TestOffice, testOffice } from '../support/office.ts';
import { booksExpected, booksHeld } from './books.ts';
import { type opened, type Rows, rowsOf, type Stick } from './forge.ts';
import type { SoleOffice } from './sole-office.ts';

export const CODE = '530101';
/** An id that nothing has. */
export const NOBODY = '00000000-0000-4000-8000-000000000000';

export type Order = Pick<Evaluation['orders'][number], 'kind' | 'text'> & { readonly subject?: string };
type Verdict = 'passed' | 'makeup' | 'rework';

export async function openEvaluating(folder: string) {
  const county: EvaluationDesk = await openEvaluationDesk(CODE);
  const group = await testOffice(folder, { role: 'group', code: '530100', today: '2021-04-20' });
  const groupAdmin = await group.as('administrator');
  await groupAdmin.exchange.trust({ content: (await county.at('reviewer').exchange.ownKeys()).content });
  county.office.host.ledger = county.ledger();
  const admin = await county.office.as('administrator');
  await admin.exchange.trust({ content: (await groupAdmin.exchange.ownKeys()).content });

  const sheetHere = () => county.at('clerk').evaluation.sheet({ phase: 'study' });
  const sheetThere = async () =>
    (await group.as('member')).evaluation.sheet({ phase: 'study', office: CODE });
  return {
    ...{ county, group, sheetHere, sheetThere, drafted, released },
    here: async (id: string) => (await sheetHere()).evaluations.find((one) => one.id === id),
    there: async (id: string) => (await sheetThere()).evaluations.find((one) => one.id === id)!,
    /** The county's next report, after which the group has its books. */
    async report(): Promise<void> {
      const line = await take(await group.as('member'), await send(county.at('clerk')));
      expect(line).toMatchObject({ outcome: 'applied', refused: 0, withheld: 0 });
      expect(booksHeld(group.host.ledger!, CODE)).toEqual(booksExpected(county.ledger()));
    },
    hear: async (full = false) => take(county.at('clerk'), await send(await group.as('member'), full)),
    close() {
      county.close();
      group.close();
    },
  };

  /** A group's draft with its text, its verdict and its orders. */
  async function drafted(
    verdict: Verdict,
    orders: readonly Order[] = [],
    level: 'group' | 'province' = 'group',
  ) {
    const { evaluation } = await group.as('member');
    const { id, rev, round } = await evaluation.begin({ phase: 'study', level, office: CODE });
    let at = (await evaluation.setLine({ id, rev, indicator: EFFECT, text: '学用脱节' })).rev;
    const head = {
      evaluatedOn: '2021-04-20',
      asOf: '2021-04-20',
      verdict,
      by: '市第三指导组',
      documentNumber: '评〔2021〕3号',
    };
    const deadline = verdict === 'passed' ? null : '2021-05-10';
    at = (await evaluation.update({ id, rev: at, ...head, deadline })).rev;
    for (const order of orders) at = (await evaluation.addOrder({ id, rev: at, ...order })).rev;
    return { id, rev: at, round };
  }

  async function released(
    verdict: Verdict,
    orders: readonly Order[] = [],
    level: 'group' | 'province' = 'group',
  ) {
    const { id, rev, round } = await drafted(verdict, orders, level);
    const frozen = await (await group.as('leader')).evaluation.freeze({ id, rev });
    return { ...frozen, round };
  }
}

export const send = (client: ApiClient, full = false): Promise<Stick> =>
  client.exchange.exportBundle({ full });

export async function take(client: ApiClient, { fileName, content }: Stick, apply = true) {
  const { bundles } = await client.exchange.importBundles({ files: [{ fileName, content }], apply });
  return bundles[0]!;
}

/** What every reader of an evaluation sees. */
export const contentOf = ({ rev, allowed, mine, origin, delivery, orders, moves, ...rest }: Evaluation) => ({
  ...rest,
  orders: orders.map(({ rev: _rev, ...order }) => order),
  moves: moves.map(({ move, to, reason }) => ({ move, to, reason })),
});

type Tables = Awaited<ReturnType<typeof opened>>['tables'];

/** Other rows in one table, of which the original may have none; ranks stay those of all that was ever sent. */
export function withRows(tables: Tables, name: string, change: (rows: Rows) => Rows): Tables {
  const rows = change(rowsOf({ tables }, name));
  const columns = [...(tables.get(name)?.columns.keys() ?? Object.keys(rows[0] ?? {}))];
  return new Map(tables).set(name, {
    rows: rows.length,
    columns: new Map(columns.map((column) => [column, rows.map((row) => row[column] ?? null)])),
  });
}

/** An office as the forger sees it: whoever sits at its desk. */
export function forgerOf(office: TestOffice, ledger = () => office.host.ledger!): SoleOffice {
  const { host, ports, id } = office;
  const { code } = ledger().ownOffice;
  const client = inProcessClient(host);
  return { ...{ folder: host.folder, host, ports, client, id, code, ledger }, ...AT_DESK };
}

const AT_DESK = { lock: () => undefined, unlock: async () => undefined };
