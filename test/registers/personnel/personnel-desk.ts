import { ORPCError } from '@orpc/client';
import type { ApiClient } from '../../../electron/transport/in-process.ts';
import { registerDigest } from '../../faults/register-digest.ts';
import type { TestOffice } from '../../support/office.ts';

/** The code that a call is refused with; the books must be the same after it as before. */
export async function refusedWith(office: TestOffice, call: () => Promise<unknown>): Promise<string> {
  const before = digestOf(office);
  const code = await call().then(
    () => 'nothing was refused',
    (error: unknown) => {
      if (error instanceof ORPCError) return String(error.code);
      throw error;
    },
  );
  if (digestOf(office) !== before) return `${code}, but something was written`;
  return code;
}

export function digestOf({ host }: TestOffice): string {
  return host.ledger!.read(registerDigest);
}

/** Name, parent's name and day of closing of every unit below one; null stands for that one. */
export async function treeBelow(client: ApiClient, root: string) {
  const units = await client.personnel.units({});
  const names = new Map(units.map(({ id, name }) => [id, id === root ? null : name]));
  const below = new Set([root]);
  for (const _ of units)
    for (const unit of units) if (unit.parent && below.has(unit.parent)) below.add(unit.id);
  return units
    .filter(({ id }) => below.has(id) && id !== root)
    .map(({ name, parent, closedOn }) => [name, names.get(parent ?? ''), closedOn]);
}

/** A person's postings as unit's name, status, first day, first day no longer there. */
export async function postingsOf(client: ApiClient, id: string) {
  const { postings } = await client.personnel.person({ id });
  return postings.map(({ unitName, status, from, until }) => [unitName, status, from, until]);
}

export async function undoLast(client: ApiClient): Promise<void> {
  const { step } = await client.office.lastStep();
  await client.office.undo({ step: step! });
}
