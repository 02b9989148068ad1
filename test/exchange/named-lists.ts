import type { Stick } from './forge.ts';
import type { SoleOffice } from './sole-office.ts';

export const WHY = '市纪委函〔2021〕9号调取名单';

export async function sealNamed(from: SoleOffice, namesReason = WHY): Promise<Stick & { sequence: number }> {
  const { fileName, content, sequence } = await from.client.exchange.exportBundle({
    withNames: true,
    namesReason,
  });
  return { fileName, content, sequence };
}

/** What the history keeps of an action. */
export const bodies = ({ ledger }: SoleOffice, action: string) =>
  ledger().read((db) =>
    db
      .all<{ body: string }>('SELECT body FROM audit JOIN audit_body USING (seq) WHERE action = ?', action)
      .map(({ body }) => body),
  );
