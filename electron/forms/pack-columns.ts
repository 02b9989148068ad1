import type { PackKind } from '../../shared/vocabulary/pack-words.ts';
import type { GivenFiling, GivenMark, GivenPerson, GivenRow } from '../registers/packs/given-rows.ts';
import { markWords } from './form-words.ts';
import { declarationWords, GIVEN_MARKS, staffingWords, statusWords } from './pack-words.ts';

export interface PackColumn<Row> {
  readonly label: string;
  /** Characters. */
  readonly width: number;
  readonly value: (row: Row) => string | number | null;
  /** Units may write in it, and in their own rows in every one. */
  readonly open: boolean;
  /** What may stand in it; `units`, `categories`: the names that the pack has of them. */
  readonly list?: readonly string[] | 'units' | 'categories';
  /** Characters that may stand in it at most. */
  readonly most?: number;
  readonly align?: 'center';
}

const ROSTER_COLUMNS: readonly PackColumn<GivenPerson>[] = [
  { label: '姓名', width: 11, value: ({ name }) => name, open: true },
  { label: '单位', width: 20, value: ({ unitName }) => unitName, open: true, list: 'units' },
  { label: '职务', width: 20, value: ({ post }) => post, open: true },
  {
    ...{ label: '编制', width: 10, open: true, align: 'center', list: Object.values(staffingWords) },
    value: ({ staffing }) => staffing && staffingWords[staffing],
  },
  {
    ...{ label: '状态', width: 10, open: true, align: 'center', list: Object.values(statusWords) },
    value: ({ status }) => status && statusWords[status],
  },
  { label: '排序号', width: 8, value: ({ orderNumber }) => orderNumber, open: true, align: 'center' },
  { label: '区分码', width: 12, value: ({ disambiguator }) => disambiguator, open: true, align: 'center' },
];

const SIGN_IN_COLUMNS: readonly PackColumn<GivenMark>[] = [
  { label: '姓名', width: 12, value: ({ name }) => name, open: false },
  { label: '单位', width: 24, value: ({ unitName }) => unitName, open: false },
  { label: '区分码', width: 12, value: ({ disambiguator }) => disambiguator, open: false, align: 'center' },
  {
    ...{ label: '签到', width: 14, open: true, align: 'center', list: GIVEN_MARKS },
    value: ({ mark }) => (mark === 'unmarked' ? null : markWords[mark]),
  },
  { label: '事由', width: 26, value: ({ reason }) => reason, open: true },
];

/** Of problems nothing leaves: their two columns are always given blank. */
const FILING_COLUMNS: readonly PackColumn<GivenFiling>[] = [
  { label: '姓名', width: 10, value: ({ name }) => name, open: false },
  { label: '单位', width: 18, value: ({ unitName }) => unitName, open: false },
  { label: '区分码', width: 9, value: ({ disambiguator }) => disambiguator, open: false, align: 'center' },
  { label: '填报日期', width: 12, value: ({ filedOn }) => filedOn, open: true, align: 'center' },
  {
    ...{ label: '有无问题', width: 10, open: true, align: 'center', list: Object.values(declarationWords) },
    value: ({ declared }) => declared && declarationWords[declared],
  },
  { label: '原件编号', width: 12, value: ({ paperNumber }) => paperNumber, open: true, align: 'center' },
  { label: '类别', width: 22, value: () => null, open: true, list: 'categories' },
  { label: '摘要', width: 36, value: () => null, open: true, most: 200 },
];

export interface PackSheetForm {
  readonly columns: readonly PackColumn<GivenRow>[];
  /** Whether units may add rows under the list. */
  readonly growing: boolean;
  readonly orientation: 'portrait' | 'landscape';
}

/** The kind of pack says which rows it has. */
export const PACK_FORMS: Readonly<Record<PackKind, PackSheetForm>> = {
  roster: { columns: ofRows(ROSTER_COLUMNS), growing: true, orientation: 'portrait' },
  signIn: { columns: ofRows(SIGN_IN_COLUMNS), growing: false, orientation: 'portrait' },
  selfInspection: { columns: ofRows(FILING_COLUMNS), growing: true, orientation: 'landscape' },
};

function ofRows<Row extends GivenRow>(columns: readonly PackColumn<Row>[]): readonly PackColumn<GivenRow>[] {
  return columns as readonly PackColumn<GivenRow>[];
}
