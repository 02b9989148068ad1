/** What an item says: the problem as the ledger words it, and what is done about it. */
export interface ProblemWords {
  readonly problem: string;
  readonly measures: string;
}

/** By the category ids of the shipped presets. */
export const PROBLEMS: Readonly<Record<string, readonly ProblemWords[]>> = {
  disloyalty: [
    {
      problem: '个别支部政治理论学习流于形式，学习记录不完整',
      measures: '修订学习制度，支部书记逐月检查学习记录',
    },
    {
      problem: '党组织生活会质量不高，批评与自我批评不深入',
      measures: '重新召开专题组织生活会，上级派员列席指导',
    },
  ],
  'unjust-enforcement': [
    { problem: '行政处罚自由裁量标准不统一', measures: '制定裁量基准，开展案卷评查' },
    { problem: '执法记录仪使用不规范，音视频上传不及时', measures: '开展专项培训，每周通报上传情况' },
  ],
  'judicial-dishonesty': [
    { problem: '涉案财物管理台账登记不全', measures: '全面清查涉案财物，建立统一管理场所' },
    { problem: '诉讼费退费办理超期', measures: '逐案清理，指定专人负责退费' },
  ],
  'evading-duty': [
    { problem: '信访积案化解不力，领导包案责任不落实', measures: '逐案明确包案领导和化解期限' },
    { problem: '对群众反映的噪音扰民问题处置不及时', measures: '制定处置流程，建立回访制度' },
  ],
  'poor-conduct': [
    { problem: '窗口单位服务态度生硬，群众有意见', measures: '开展窗口服务规范化培训，设置意见箱' },
    { problem: '工作纪律松弛，个别人员上班时间擅自离岗', measures: '严格考勤，开展不定期检查' },
  ],
  'three-rules': [
    { problem: '过问案件情况记录填报不及时、不完整', measures: '组织“三个规定”专题学习，逐案排查登记' },
    { problem: '干预司法记录平台长期零报告，未开展核查', measures: '对零报告单位开展抽查，健全月报告制度' },
  ],
  business: [
    { problem: '配偶经营活动情况未按规定报告', measures: '补报有关情况，按规定予以规范' },
    { problem: '个别人员名下有企业登记信息，未及时注销', measures: '限期注销，举一反三开展排查' },
  ],
  'shares-and-loans': [
    { problem: '个别人员向管理服务对象借款', measures: '限期清退，开展警示谈话' },
    { problem: '违规参股情况底数不清', measures: '联合市场监管部门比对信息，建立台账' },
  ],
  'sentence-relief': [
    { problem: '暂予监外执行人员病情复查材料不全', measures: '逐人复核，补齐病情诊断材料' },
    { problem: '社区矫正对象减刑建议审核把关不严', measures: '完善集体评议制度，邀请检察机关同步监督' },
  ],
  'cases-not-handled': [
    { problem: '接处警后立案审查超过规定期限', measures: '开展超期案件清理，建立立案预警机制' },
    { problem: '执行案件终本后未及时恢复', measures: '开展终本案件专项评查，定期查询财产' },
  ],
  'after-office': [
    { problem: '离任人员从业情况未纳入登记管理', measures: '建立离任人员从业登记台账，签订承诺书' },
  ],
};

export const ANY_PROBLEM: ProblemWords = {
  problem: '制度执行不严格，台账资料不齐全',
  measures: '对照制度逐项整改，明确专人负责',
};

export const EVIDENCE = '云教整证';
export const STEP_REASONS = {
  return: '佐证材料不充分，请补充后重新申请',
  returnForRework: '整改措施未见成效，请延长期限继续整改',
  reopen: '回访中发现问题反弹，重新整改',
  keepLongTerm: '需长期坚持，纳入常态化管理',
  suspend: '所涉案件尚在审理，暂缓整改',
  void: '与已下达问题重复登记',
  extend: '涉及多部门协调，申请延期',
} as const;
