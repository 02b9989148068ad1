/** 口径 under the tables: domain.md, “Figures, exactly”. The figures' own are those of renderer/text/figures.ts. */
export const DEFINITIONS = {
  identity:
    '应到＝实到＋请假＋缺席＋未登记。应到不含免到；实到含出席、视频参加、迟到；请假含公假、病假、事假、值班备勤。',
  counted: '只计已审核的必训场次，人员按学习当日所在单位统计。',
  attendanceRate: '一个已审核场次的实到人数除以应到人数。应到不含免到；实到含出席、视频参加、迟到。',
  participationFirst: '截止日前已审核的必训场次，实到人次合计除以应到人次合计，不含补课。',
  participationWithMakeup: '同一批场次，实到人次与截止日前补课并经确认的人次之和，除以应到人次合计。',
  selfInspectionCoverage:
    '本轮已填报、已审核或归档的人数，除以截止日（轮次已结束的为结束日）在岗和借入总人数；申报无问题的计入，退回补充的不计入。',
  filings: '应填＝已填＋未填，未填含退回补充。有问题人数、事项数、转整改只计已填人员；人员按统计日所在单位。',
  ledger: '列出截止日及以前下达的问题，状态、时限为截止日当日的；草稿不列，合并、作废的保留编号。',
  overdue: '整改中、已下达的过了现行时限，或申请销号晚于现行时限的，为逾期；时限当日不算。',
  rectificationCompletion: '截止日待市级复核和已销号的问题数，除以除草稿、合并、中止、作废以外的问题总数。',
  closureRate: '截止日已销号的问题数，除以除草稿、合并、中止、作废以外的问题总数；长期坚持的计入总数。',
  blank: '空格表示该单位当次没有应到人员；场次的名称见“场次汇总”。',
  makeup: '列出请假、缺席应当补课的人员，按缺席当日所在单位；截止日以后的补课不计入，仍列待补。',
} as const;
