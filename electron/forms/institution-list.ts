import type { FormDocument, FormRow } from '../../shared/contract/forms.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import { INSTITUTION_KINDS, type InstitutionKind } from '../../shared/vocabulary/words.ts';
import { cell, headRow, plain, sumRow } from './cells.ts';
import { DEFINITIONS } from './definitions.ts';
import { formDocument, formTable, notes, type Printing } from './form-document.ts';
import { institutionKindWords } from './form-words.ts';
import { printedDate } from './printed-dates.ts';

export interface PrintedInstitution {
  readonly kind: InstitutionKind;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly on: CalendarDate;
  /** Null: the office's own. */
  readonly unitName: string | null;
}

const COLUMNS = [
  [10, 'center'],
  [14, 'center'],
  [66, 'left'],
  [38, 'left'],
  [27, 'center'],
  [25, 'left'],
] as const;
/** As the import of such a list knows them. */
const HEADS = ['序号', '类型', '制度名称', '文号', '日期', '单位'];

/** Form 8, second half: what was made, changed and put out of force, the earliest first. */
export function institutionList(listed: readonly PrintedInstitution[], printing: Printing): FormDocument {
  return formDocument('institutionList', printing, [
    formTable('制度清单', COLUMNS, {
      head: [headRow(HEADS)],
      rows: [...listed.map(listedRow), sumOf(listed)],
    }),
    notes('说明', [DEFINITIONS.institutions]),
  ]);
}

function listedRow(one: PrintedInstitution, place: number): FormRow {
  return plain([
    cell(place + 1),
    cell(institutionKindWords[one.kind]),
    cell(one.title),
    cell(one.documentNumber, { small: true }),
    cell(printedDate(one.on)),
    cell(one.unitName),
  ]);
}

/** 合计＝新建＋修订＋废止, those that the list has. */
function sumOf(listed: readonly PrintedInstitution[]): FormRow {
  const parts = INSTITUTION_KINDS.map(
    (kind) => [kind, listed.filter((one) => one.kind === kind).length] as const,
  )
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${institutionKindWords[kind]} ${count}`);
  const identity = parts.length > 0 ? `＝${parts.join('＋')}` : '';
  return sumRow([
    cell('合计', { across: 2, align: 'center' }),
    cell(`${listed.length} 项${identity}`, { across: COLUMNS.length - 2, align: 'left' }),
  ]);
}
