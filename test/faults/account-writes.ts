import type { ApiClient } from '../../electron/transport/in-process.ts';
import { PASSWORD } from './fault-desk.ts';

/** Writes of the job `accounts`: odd numbers change the desk's password, even ones add an account. */
export function passwordAfter(number: number): string {
  const changes = Math.ceil(number / 2);
  return changes === 0 ? PASSWORD : `${PASSWORD}-${changes}`;
}

/** The one that the last change up to this write has made useless. */
export function passwordBefore(number: number): string {
  return passwordAfter(Math.max(0, number - (number % 2 === 0 ? 2 : 1)));
}

export const accountOf = (number: number) =>
  ({ name: `审核人${number}`, roles: ['reviewer'], password: `cold-river-${number}` }) as const;

export async function changePassword(
  client: ApiClient,
  number: number,
): Promise<{ id: string; rev: number }> {
  const [password, newPassword] = [passwordAfter(number - 1), passwordAfter(number)];
  await client.office.changePassword({ password, newPassword });
  return { id: 'password', rev: number };
}

export async function addAccount(client: ApiClient, number: number): Promise<{ id: string; rev: number }> {
  const { name, roles, password } = accountOf(number);
  const { id } = await client.office.addAccount({ name, roles: [...roles], password });
  return { id, rev: number };
}
