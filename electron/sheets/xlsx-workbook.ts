import type { MergedRange, SheetLimits, SheetRow } from './sheet-grid.ts';
import { DateFormats } from './xlsx-dates.ts';
import { MergeFinder } from './xlsx-merges.ts';
import { findXlsxParts, type SheetPart, type XlsxParts } from './xlsx-parts.ts';
import { type WorkbookFacts, XlsxRows } from './xlsx-rows.ts';
import { SharedTexts } from './xlsx-texts.ts';
import { ZipEntries } from './zip-entries.ts';

export interface XlsxWorkbook {
  /** Those that the workbook shows. */
  readonly sheets: readonly XlsxSheet[];
  /**
   * Inflates what was not read.
   * @throws Refusal sheet_damaged, sheet_bomb
   */
  checkRest(): Promise<void>;
}

/**
 * Every entry is inflated, and its length and CRC-32 checked, as it is read.
 * @throws Refusal sheet_damaged, sheet_bomb, sheet_too_large
 */
export async function openXlsx(bytes: Uint8Array, limits: SheetLimits): Promise<XlsxWorkbook> {
  const entries = await ZipEntries.of(bytes);
  const parts = await findXlsxParts(entries);
  const facts = await factsOf(entries, parts);
  const shown = parts.sheets.filter((sheet) => sheet.shown);
  return {
    sheets: shown.map((part) => new XlsxSheet(entries, part, facts, limits)),
    checkRest: () => entries.checkRest(),
  };
}

async function factsOf(entries: ZipEntries, { texts, styles, from1904 }: XlsxParts): Promise<WorkbookFacts> {
  const shared = new SharedTexts();
  if (texts !== undefined) for await (const chunk of entries.chunks(texts)) shared.take(chunk);
  const isDate = styles === undefined ? [] : DateFormats.of(await entries.whole(styles));
  return { texts: shared.texts, isDate, from1904 };
}

/** One sheet, read as often as it is asked for. */
export class XlsxSheet {
  readonly #entries: ZipEntries;
  readonly #part: SheetPart;
  readonly #facts: WorkbookFacts;
  readonly #limits: SheetLimits;
  #merges: readonly MergedRange[] | null = null;

  constructor(entries: ZipEntries, part: SheetPart, facts: WorkbookFacts, limits: SheetLimits) {
    this.#entries = entries;
    this.#part = part;
    this.#facts = facts;
    this.#limits = limits;
  }

  get name(): string {
    return this.#part.name;
  }

  /** They stand behind the rows: at hand once those were read to their end. */
  async merges(): Promise<readonly MergedRange[]> {
    if (this.#merges) return this.#merges;
    const finder = new MergeFinder(this.#limits.merges);
    for await (const chunk of this.#entries.chunks(this.#part.path)) finder.take(chunk);
    this.#merges = finder.finish();
    return this.#merges;
  }

  /** Rows with content, as many at a time as a piece of the sheet has. */
  async *rows(): AsyncGenerator<readonly SheetRow[]> {
    const finder = new MergeFinder(this.#limits.merges);
    const reader = new XlsxRows(this.#facts);
    for await (const chunk of this.#entries.chunks(this.#part.path)) {
      finder.take(chunk);
      const rows = reader.take(chunk);
      if (rows.length > 0) yield rows;
    }
    this.#merges = finder.finish();
  }
}
