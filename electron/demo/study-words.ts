import type { EducationType, Mark, SessionForm } from '../../shared/vocabulary/words.ts';

export interface Topic {
  readonly title: string;
  readonly form: SessionForm;
}

/** Of a type that a campaign brings itself. */
const GENERAL: readonly Topic[] = [
  { title: '专题集中学习', form: 'collectiveStudy' },
  { title: '专题党课', form: 'partyLecture' },
];

export const TOPICS: Readonly<Record<EducationType, readonly Topic[]>> = {
  political: [
    { title: '政治忠诚专题集中学习', form: 'collectiveStudy' },
    { title: '书记讲党课：牢记初心使命', form: 'partyLecture' },
    { title: '政治纪律应知应会测试', form: 'examination' },
  ],
  partyHistory: [
    { title: '党史学习教育专题报告会', form: 'collectiveStudy' },
    { title: '党史专题党课', form: 'partyLecture' },
    { title: '党史必读书目自学', form: 'selfStudy' },
  ],
  redHeritage: [
    { title: '参观云岭县革命纪念馆', form: 'visit' },
    { title: '观看革命历史题材影片', form: 'film' },
    { title: '祭扫云岭县烈士陵园', form: 'visit' },
  ],
  integrity: [
    { title: '廉政教育专题讲座', form: 'collectiveStudy' },
    { title: '廉政党课', form: 'partyLecture' },
    { title: '参观县廉政教育基地', form: 'visit' },
  ],
  roleModel: [
    { title: '英模先进事迹报告会', form: 'collectiveStudy' },
    { title: '观看英模事迹专题片', form: 'film' },
  ],
  warning: [
    { title: '警示教育大会', form: 'collectiveStudy' },
    { title: '观看警示教育专题片', form: 'film' },
    { title: '参观警示教育基地', form: 'visit' },
  ],
  ruleOfLaw: [
    { title: '法治思想专题学习', form: 'collectiveStudy' },
    { title: '法律法规知识测试', form: 'examination' },
  ],
  other1: GENERAL,
  other2: GENERAL,
  other3: GENERAL,
  other4: GENERAL,
  other5: GENERAL,
};

export const ROTATION_TITLE = '领导干部政治轮训班';
export const BATCHES = ['第一批', '第二批'] as const;
export const HOURS = [
  ['09:00', '11:30'],
  ['14:30', '17:00'],
  ['15:00', '17:30'],
  ['19:30', '21:00'],
] as const;

export const MAIN_VENUE = '县委会议中心（主会场）';
export const BRANCH_VENUES = ['公安局视频会议室', '法院分会场', '各派出所分会场', '司法局分会场'] as const;
export const ORGAN_VENUES = ['机关第一会议室', '机关多功能厅', '党员活动室', '二楼学习室'] as const;
export const VISIT_VENUE = '参观现场';

export const LEAVE_REASONS: Readonly<Partial<Record<Mark, readonly string[]>>> = {
  officialLeave: ['参加市局会议', '外出办案', '出庭', '赴省城培训', '下乡调研'],
  sickLeave: ['感冒发烧', '住院治疗', '门诊复查', '术后休养'],
  personalLeave: ['家中有事', '子女就医', '婚假', '父母住院陪护'],
  duty: ['指挥中心值班', '备勤', '看守所值班', '节日安保执勤'],
  absent: ['未请假', '通知未到', '迟到超过半场按缺席记'],
  exempt: ['产假', '驻村帮扶', '异地挂职', '抽调专班'],
};

export const MATERIAL = { prefix: '云教整材', makeup: '云教整补' } as const;
export const WAIVER_REASONS = [
  '调离，不再补课',
  '内容已在后续场次重讲，经审核免补',
  '长期住院，经审核免补',
] as const;
export const SESSION_REASONS = {
  return: '签到表与登记人数不符，请核对后重报',
  correct: '有人员考勤登记有误，重新打开更正',
  cancel: '因防汛值守任务取消',
} as const;
