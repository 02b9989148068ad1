import type { AccountId } from '../../shared/vocabulary/ids.ts';
import type { AccountRole } from '../../shared/vocabulary/words.ts';
import { foldAccountName } from './account-name.ts';
import type { Readable, Writable, Write } from './handles.ts';

export interface LedgerAccount {
  /** Surrogate, as `Write.account` has it; 0 where the recovery code opened the ledger. */
  readonly pk: number;
  readonly id: AccountId;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  /** One account with every role. */
  readonly single: boolean;
  readonly disabled: boolean;
}

interface Row {
  pk: number;
  id: string;
  name: string;
  roles: string;
  single: number;
  disabled: number;
}

const COLUMNS = 'pk, id, name, roles, single, disabled';

export function insertAccount(
  write: Write,
  account: { id: string; name: string; roles: readonly AccountRole[]; single: boolean },
): void {
  write.run(
    `INSERT INTO account (id, name, folded, roles, single, created_at, rev, changed_by, changed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    account.id,
    account.name,
    foldAccountName(account.name),
    JSON.stringify(account.roles),
    Number(account.single),
    write.at,
    write.rev,
    write.account,
    write.at,
  );
}

export function accountById(db: Readable, id: string): LedgerAccount | undefined {
  return fromRow(db.get<Row>(`SELECT ${COLUMNS} FROM account WHERE id = ?`, id));
}

export function accountByPk(db: Readable, pk: number): LedgerAccount | undefined {
  return fromRow(db.get<Row>(`SELECT ${COLUMNS} FROM account WHERE pk = ?`, pk));
}

export function accountByName(db: Readable, name: string): LedgerAccount | undefined {
  return fromRow(db.get<Row>(`SELECT ${COLUMNS} FROM account WHERE folded = ?`, foldAccountName(name)));
}

export function allAccounts(db: Readable): LedgerAccount[] {
  return db.all<Row>(`SELECT ${COLUMNS} FROM account ORDER BY pk`).flatMap((row) => fromRow(row) ?? []);
}

export function setRoles(write: Write, pk: number, roles: readonly AccountRole[]): void {
  write.run('UPDATE account SET roles = ? WHERE pk = ?', JSON.stringify(roles), pk);
  stamp(write, pk);
}

export function setDisabled(write: Write, pk: number): void {
  write.run('UPDATE account SET disabled = 1 WHERE pk = ?', pk);
  stamp(write, pk);
}

function stamp(write: Write & Writable, pk: number): void {
  write.run(
    'UPDATE account SET rev = ?, changed_by = ?, changed_at = ? WHERE pk = ?',
    write.rev,
    write.account,
    write.at,
    pk,
  );
}

function fromRow(row: Row | undefined): LedgerAccount | undefined {
  if (!row) return undefined;
  return {
    pk: row.pk,
    id: row.id as AccountId,
    name: row.name,
    roles: JSON.parse(row.roles) as AccountRole[],
    single: row.single === 1,
    disabled: row.disabled === 1,
  };
}
