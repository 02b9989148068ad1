import { type ClipboardEvent, useState } from 'react';
import type { Mark } from '../../../shared/vocabulary/words.ts';
import { attendanceText } from '../../text/attendance-page.ts';
import { nameOf } from '../../text/study-page.ts';
import { markWords } from '../../text/words.ts';
import { cellsOf, clipboardText } from '../../ui/clipboard-table.ts';
import { type PastedBlock, type PasteRow, readBlock } from './pasted-marks.ts';
import type { AttendanceRow } from './study-queries.ts';
import { type Change, changed } from './unsaved-marks.ts';

/** What lies ready to be compared; null: nothing. */
export interface Pasted {
  readonly block: PastedBlock;
  /** Whose place is the first where the block says no names. */
  readonly from: number;
}

interface SheetClipboard {
  readonly pasted: Pasted | null;
  readonly close: () => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onCopy: (event: ClipboardEvent) => void;
}

/** Blocks come in from Excel and WPS, and names with their marks go out to them. */
export function useSheetClipboard(
  rows: readonly AttendanceRow[],
  chosen: readonly AttendanceRow[],
  from: number,
  onCopied: (said: string) => void,
): SheetClipboard {
  const [pasted, setPasted] = useState<Pasted | null>(null);
  return {
    pasted,
    close: () => setPasted(null),
    onPaste: (event) => {
      const block = readBlock(cellsOf(event.clipboardData.getData('text/plain')), rows);
      event.preventDefault();
      if (block.entries.length > 0) setPasted({ block, from });
    },
    onCopy: (event) => {
      event.clipboardData.setData('text/plain', clipboardText(chosen.map(copiedRow)));
      event.preventDefault();
      onCopied(attendanceText.copied(chosen.length));
    },
  };
}

/** The changes of the rows that a paste would change. */
export function pasteChanges(rows: readonly PasteRow[]): Change[] {
  return changed(rows.flatMap(({ row, after }) => (row && after ? [[row, after] as const] : [])));
}

/** Name, unit, mark and reason: what pastes back to the same people. */
function copiedRow(row: AttendanceRow): string[] {
  const mark: Mark = row.mark;
  return [nameOf(row), row.unitName, mark === 'unmarked' ? '' : markWords[mark], row.reason ?? ''];
}
