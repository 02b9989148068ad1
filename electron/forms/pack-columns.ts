import type { GivenMark, GivenPerson } from '../registers/packs/given-rows.ts';
import { markWords } from './form-words.ts';
import { GIVEN_MARKS, staffingWords, statusWords } from './pack-words.ts';

export interface PackColumn<Row> {
  readonly label: string;
  /** Characters. */
  readonly width: number;
  readonly value: (row: Row) => string | number | null;
  /** Units may write in it. */
  readonly open: boolean;
  /** What may stand in it; `units`: names of the pack's units. */
  readonly list?: readonly string[] | 'units';
  readonly align?: 'center';
}

export const ROSTER_COLUMNS: readonly PackColumn<GivenPerson>[] = [
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

export const SIGN_IN_COLUMNS: readonly PackColumn<GivenMark>[] = [
  { label: '姓名', width: 12, value: ({ name }) => name, open: false },
  { label: '单位', width: 24, value: ({ unitName }) => unitName, open: false },
  { label: '区分码', width: 12, value: ({ disambiguator }) => disambiguator, open: false, align: 'center' },
  {
    ...{ label: '签到', width: 14, open: true, align: 'center', list: GIVEN_MARKS },
    value: ({ mark }) => (mark === 'unmarked' ? null : markWords[mark]),
  },
  { label: '事由', width: 26, value: ({ reason }) => reason, open: true },
];
