import { randomUUID } from 'node:crypto';
import { createLedger, type OpenLedger, openLedger } from '../../electron/store/ledger-store.ts';
import type { Ports } from '../../electron/store/ports.ts';

export const USER = '管理员甲';
export const PASSWORD = '整改台账-2021';

/** A county office with one administrator, open. */
export function newLedger(
  folder: string,
  ports: Ports,
): Promise<{ store: OpenLedger; recoveryCode: string }> {
  return createLedger(folder, ports, {
    office: { id: randomUUID(), code: '330000', name: '某县教育整顿办', kind: 'office', demo: false },
    account: { name: USER, roles: ['administrator'], single: false },
    password: PASSWORD,
  });
}

export function reopen(folder: string, ports: Ports, password = PASSWORD): Promise<OpenLedger> {
  return openLedger(folder, ports, { user: USER, password });
}

/** One small write that can be counted afterwards. */
export function note(store: OpenLedger, text: string): void {
  store.write(store.account.pk, 'test.note', (write) => {
    write.run(
      `INSERT INTO campaign (office, id, preset, name, content, rev, changed_by, changed_at)
       VALUES (?, ?, 'empty', ?, '{}', ?, ?, ?)`,
      write.office,
      write.newId(),
      text,
      write.rev,
      write.account,
      write.at,
    );
    write.record({ name: text });
  });
}

export function notes(store: OpenLedger): string[] {
  return store.read((db) =>
    db.all<{ name: string }>('SELECT name FROM campaign ORDER BY pk').map(({ name }) => name),
  );
}
