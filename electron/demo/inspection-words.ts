/** What people wrote in their filings, by the category ids of the shipped presets. */
export const SUMMARIES: Readonly<Record<string, readonly string[]>> = {
  'three-rules': ['曾受熟人之托询问案件进展，未按规定记录', '同事打听案情，未及时填报记录平台'],
  business: ['配偶名下有一家小卖部，未及时报告', '曾为亲属企业挂名监事，已辞去'],
  'shares-and-loans': ['曾向辖区商户借款两万元，已归还', '持有某农民合作社股份，未报告'],
  'sentence-relief': ['参与的一件减刑案件材料归档不全'],
  'cases-not-handled': ['一起治安案件超期未结', '接报警后未及时出具受案回执'],
  'after-office': ['与离任律师同学聚餐一次，未报告'],
};
export const ANY_SUMMARY = '学习笔记记录不完整，工作日志有缺漏';

export const PAPER = '云自查';
export const TRANSFER = '云教整移';
export const NO_ACTION_REASONS = ['情况属实但不违反规定', '已于填报前整改到位'] as const;
export const RETURN_REASON = '填报不完整，请本人补充后重新提交';
