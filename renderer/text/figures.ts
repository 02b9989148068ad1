import type { FigureId } from '../../shared/vocabulary/words.ts';

export interface FigureText {
  readonly name: string;
  /** 口径, printed under every table that shows the figure. */
  readonly definition: string;
}

export const figureTexts = {
  attendanceRate: {
    name: '出勤率',
    definition: '一个已审核场次的实到人数除以应到人数。应到不含免到；实到含出席、视频参加、迟到。',
  },
  participationFirst: {
    name: '参与率（首次）',
    definition: '截止日前已审核的必训场次，实到人次合计除以应到人次合计，不含补课。',
  },
  participationWithMakeup: {
    name: '参与率（含补课）',
    definition: '同一批场次，实到人次与截止日前补课并经确认的人次之和，除以应到人次合计。',
  },
  coverage: {
    name: '普及率',
    definition:
      '截止日在岗和借入人员中，每一类必修教育都在已审核的必训场次至少到课或补课确认一次的人数，除以截止日在岗和借入总人数；免到人员仍计入总人数。',
  },
  actionCompletion: {
    name: '完成率',
    definition:
      '截止日及以前到期的规定动作中，截止日已完成的项数除以项数；每月和多次开展的动作每期算一项，部署、交流、评估会议计入，自选动作和不再开展的不计入。',
  },
  makeupCompletion: {
    name: '补课完成率',
    definition: '截止日前已审核的必训场次，补课已确认的人次，除以请假与缺席人次之和减去免补人次。',
  },
  selfInspectionCoverage: {
    name: '自查覆盖率',
    definition:
      '本轮已填报、已审核或归档的人数，除以截止日（轮次已结束的为结束日）在岗和借入总人数；申报无问题的计入，退回补充的不计入。',
  },
  talkCoverage: {
    name: '谈话覆盖率',
    definition:
      '截止日及以前有谈话登记的人数，除以截止日在岗和借入总人数；一人多次谈话只算一人。谈话登记不上报，市级不计算这项指标。',
  },
  rectificationCompletion: {
    name: '整改完成率',
    definition: '截止日待市级复核和已销号的问题数，除以除草稿、合并、中止、作废以外的问题总数。',
  },
  closureRate: {
    name: '销号率',
    definition: '截止日已销号的问题数，除以除草稿、合并、中止、作废以外的问题总数；长期坚持的计入总数。',
  },
  onTimeRate: {
    name: '按期率（原时限）',
    definition:
      '原时限在截止日及以前的问题（不含草稿、合并、中止、长期坚持、作废）中，已待市级复核或销号、且最后一次获准的申请不晚于原时限的所占比例；时限当日算按期。',
  },
  onTimeRateExtended: {
    name: '按期率（含延期）',
    definition:
      '现行时限（有延期的按延期后时限）在截止日及以前的问题（不含草稿、合并、中止、长期坚持、作废）中，已待市级复核或销号、且最后一次获准的申请不晚于该时限的所占比例；时限当日算按期。',
  },
  reworkRate: {
    name: '返工率',
    definition: '曾被县级或市级退回的问题数，除以曾申请销号的问题数；撤回和重启不算退回。',
  },
} as const satisfies Record<FigureId, FigureText>;

interface MissingOffice {
  readonly code: string;
  readonly name: string;
  readonly dataUntil: string | null;
  /** Name of the group that reports it; null: it reports to us. */
  readonly under: string | null;
}

/** Named beside a group's sums: an office that is in neither of them. */
export function missingOffice({ code, name, dataUntil, under }: MissingOffice): string {
  if (under !== null)
    return dataUntil === null
      ? `${name}（${code}）还没有向${under}报过数据，未计入合计。`
      : `${under}报来的${name}（${code}）的指标是${dataUntil}的，未计入合计。`;
  return dataUntil === null
    ? `${name}（${code}）尚未导入任何数据包，未计入合计。`
    : `${name}（${code}）的数据只到${dataUntil}，未计入合计。`;
}

export function underCorrection(sessions: number): string {
  return `更正中 ${sessions} 场，未计入。`;
}
