/** 单位填报包: files that units fill and bring back. */

/** 花名册 签到表 自查自纠填报表 */
export const PACK_KINDS = ['roster', 'signIn', 'selfInspection'] as const;
export type PackKind = (typeof PACK_KINDS)[number];

/** What a pack of each kind is given out for, beside its unit. */
export const PACK_OCCASIONS = {
  roster: null,
  signIn: 'session',
  selfInspection: 'round',
} as const satisfies Record<PackKind, 'session' | 'round' | null>;

/** What the register has of a pack that was issued; 未交回 已采用 已被新包取代 已作废. */
export const PACK_STATES = ['outstanding', 'applied', 'superseded', 'withdrawn'] as const;
export type PackState = (typeof PACK_STATES)[number];

/** What a rehearsal says of a pack: 交回 未交回 外来 过期 不能读取. */
export const PACK_OUTCOMES = ['returned', 'missing', 'foreign', 'stale', 'refused'] as const;
export type PackOutcome = (typeof PACK_OUTCOMES)[number];

/**
 * Why a pack is foreign: it bears no pack id at all; one that this office never gave; or one of ours whose hidden
 * part is not as it was given. Why it is stale: taken over already; a newer one was issued; withdrawn; the same
 * file twice.
 */
export const PACK_FAULTS = [
  'noPack',
  'otherOffice',
  'altered',
  'applied',
  'superseded',
  'withdrawn',
  'sameFile',
] as const;
export type PackFault = (typeof PACK_FAULTS)[number];

/** Cells of a pack that are compared: the first seven of a roster, two of a sign-in sheet, the rest of filings. */
export const PACK_FIELDS = [
  'name',
  'unit',
  'post',
  'staffing',
  'status',
  'orderNumber',
  'disambiguator',
  'mark',
  'reason',
  'filedOn',
  'declared',
  'paperNumber',
  'category',
  'summary',
] as const;
export type PackField = (typeof PACK_FIELDS)[number];
