import { cleanName, foldName, isRuined } from '../../shared/rules/names.ts';
import {
  INSTITUTION_FIELDS,
  type InstitutionField,
  type InstitutionRowReason,
} from '../../shared/vocabulary/supporting-import.ts';
import type { InstitutionKind } from '../../shared/vocabulary/words.ts';
import type {
  InstitutionSheet,
  InstitutionSheetRow,
} from '../registers/supporting/institution-import-rows.ts';
import type { HeaderWords } from './header.ts';
import { dueDayOf, isSigned, isSum, lostCharacters } from './item-words.ts';
import {
  firstText,
  type HeaderAnswers,
  isHeaderAgain,
  type MappedSheet,
  readMappedSheet,
} from './mapped-sheet.ts';
import type { SheetReading } from './read-sheet.ts';
import { cellText, type SheetRow } from './sheet-grid.ts';

const WORDS: HeaderWords = {
  required: 'title',
  fields: {
    kind: ['类型', '制定情况', '性质', '类别', '建立情况', '新建/修订/废止', '废改立情况', '废改立'],
    title: ['制度名称', '名称', '制度', '文件名称', '标题', '制度机制名称', '规章制度名称', '制度机制'],
    documentNumber: ['文号', '文件号', '发文字号', '文件编号', '发文号'],
    on: ['日期', '制定日期', '发文日期', '印发日期', '印发时间', '制定时间', '出台时间', '时间', '发布日期'],
    unit: ['单位', '制定单位', '责任单位', '发文单位', '牵头单位', '出台单位'],
  },
  others: ['序号', '备注', '主要内容', '联系人', '联系电话'],
};

const KINDS: Readonly<Record<InstitutionKind, readonly string[]>> = {
  created: ['新建', '新制定', '制定', '新增', '建立', '新建立', '出台', '新出台', '立'],
  revised: ['修订', '修改', '完善', '修订完善', '改'],
  abolished: ['废止', '废除', '废'],
};

/** @throws Refusal every code of the noun sheet except sheet_no_header, file_unreadable */
export async function readInstitutionSheet(
  file: string | Uint8Array,
  reading: SheetReading & HeaderAnswers<InstitutionField> = {},
): Promise<InstitutionSheet> {
  const sheet = await readMappedSheet(file, WORDS, INSTITUTION_FIELDS, reading);
  const needsMapping = !sheet.fields.has('title');
  return {
    sheets: sheet.grid.sheets,
    sheet: sheet.grid.sheetName,
    headerLine: sheet.header.top,
    columns: sheet.columns,
    needsMapping,
    rows: needsMapping ? [] : sheet.below.map((row) => institutionRow(row, sheet)),
  };
}

function institutionRow(row: SheetRow, sheet: MappedSheet<InstitutionField>): InstitutionSheetRow {
  const texts = Object.fromEntries(
    INSTITUTION_FIELDS.map((field) => [field, textOf(field, cellText(sheet.cellOf(row, field)))]),
  ) as Record<InstitutionField, string>;
  return {
    line: row.line,
    texts,
    kind: kindOf(texts.kind),
    on: dueDayOf(sheet.cellOf(row, 'on')),
    skip: skipReason(row, sheet, texts),
    unreadable: INSTITUTION_FIELDS.find((field) => isUnreadable(field, texts[field])) ?? null,
  };
}

function textOf(field: InstitutionField, text: string): string {
  return field === 'unit' ? cleanName(text) : text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

function kindOf(text: string): InstitutionKind | null {
  const folded = foldName(text);
  const found = Object.entries(KINDS).find(([, words]) => words.includes(folded));
  return found ? (found[0] as InstitutionKind) : null;
}

function isUnreadable(field: InstitutionField, text: string): boolean {
  if (text === '') return false;
  return field === 'unit' ? isRuined(text) : lostCharacters(text);
}

function skipReason(
  row: SheetRow,
  { header }: MappedSheet<InstitutionField>,
  { title }: InstitutionSheetRow['texts'],
): InstitutionRowReason | null {
  if (isHeaderAgain(row, header)) return 'repeatedHeader';
  const first = firstText(row);
  if (isSum(first) || isSum(title)) return 'summaryRow';
  return isSigned(first) ? 'signatureRow' : null;
}
