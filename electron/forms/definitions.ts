/** 口径 under the tables: domain.md, “Figures, exactly”. The figures' own are those of renderer/text/figures.ts. */
export const DEFINITIONS = {
  identity:
    '应到＝实到＋请假＋缺席＋未登记。应到不含免到；实到含出席、视频参加、迟到；请假含公假、病假、事假、值班备勤。',
  counted: '只计已审核的必训场次，人员按学习当日所在单位统计。',
  attendanceRate: '一个已审核场次的实到人数除以应到人数。应到不含免到；实到含出席、视频参加、迟到。',
  participationFirst: '截止日前已审核的必训场次，实到人次合计除以应到人次合计，不含补课。',
  participationWithMakeup: '同一批场次，实到人次与截止日前补课并经确认的人次之和，除以应到人次合计。',
  blank: '空格表示该单位当次没有应到人员；场次的名称见“场次汇总”。',
  makeup: '列出请假、缺席应当补课的人员，按缺席当日所在单位；截止日以后的补课不计入，仍列待补。',
} as const;
