import type { Given } from '../../../shared/contract/base.ts';
import type { selfInspection } from '../../../shared/contract/self-inspection.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Write } from '../../store/handles.ts';
import { findRow, guardVersion, insertRow, updateRow } from '../../store/rows.ts';
import { sealText } from '../../store/sealed-texts.ts';
import { categoryId } from '../campaign/categories.ts';
import { draftFromFiling } from '../rectification/rectification-register.ts';
import { type FilingItemRow, filingByPk, recordDisposition } from './self-inspection-sql.ts';

type NewItem = Given<typeof selfInspection.file>['items'][number];

export function addItems(write: Write, filing: number, items: readonly NewItem[]): void {
  for (const { category, summary } of items) {
    const chosen = categoryId(write, write.office, category, 'person');
    const id = write.newId();
    insertRow(write, 'filing_item', id, { filing, category: chosen, ...sealText(write, id, summary) });
  }
}

/**
 * 转整改, 移交 or 无需: what becomes of one item, once its filing is approved.
 * @throws Refusal `filing_not_approved`, `filing_item_disposed`, `missing_field`
 */
export function disposeItem(write: Write, input: Given<typeof selfInspection.disposeItem>) {
  const item = findRow<FilingItemRow>(write, 'filing_item', write.office, input.item);
  guardVersion(write, item, input.rev);
  const filing = filingByPk(write, item.filing);
  ensure(filing.state === 'approved', 'filing_not_approved', { register: 'filing', state: filing.state });
  ensure(item.disposition === 'open', 'filing_item_disposed');

  const outcome = DISPOSE[input.disposition](write, item, filing.unit, input);
  updateRow(write, 'filing_item', item.pk, { disposition: input.disposition, ...outcome });
  recordDisposition(write, item, input.disposition, input.reason);
  write.record({ item: item.id, disposition: input.disposition });
  return { id: item.id, rev: write.rev, rectification: outcome.rectification ?? null };
}

type Outcome = { rectification?: string; transfer_document?: string; summary?: null; sealed?: null };
type Dispose = (
  write: Write,
  item: FilingItemRow,
  unit: number,
  input: Given<typeof selfInspection.disposeItem>,
) => Outcome;

const DISPOSE: Readonly<Record<Given<typeof selfInspection.disposeItem>['disposition'], Dispose>> = {
  rectification: (write, { category }, unit, { problem }) => ({
    rectification: draftFromFiling(write, { category, unit, problem }),
  }),
  handedOver: (write, _item, _unit, { transferDocument }) => {
    ensure(transferDocument, 'missing_field', { field: 'transferDocument' });
    // the summary is erased, so no image of it may stay
    write.undo.refuse('undo_not_possible');
    return { transfer_document: transferDocument, summary: null, sealed: null };
  },
  noAction: (_write, _item, _unit, { reason }) => {
    ensure(reason, 'missing_field', { field: 'reason' });
    return {};
  },
};
