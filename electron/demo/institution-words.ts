import type { InstitutionKind, OrganKind } from '../../shared/vocabulary/words.ts';

/** An institution of the county that some office makes anew, rewrites or lets go. */
export interface InstitutionWords {
  readonly organ: OrganKind;
  readonly kind: InstitutionKind;
  readonly title: string;
}

export const INSTITUTIONS: readonly InstitutionWords[] = [
  ...of('politicalLegalCommittee', 'created', [
    '政法干警违规过问案件登记报告实施细则',
    '政法单位执法司法权力清单和责任清单',
    '政法队伍建设联席会议制度',
    '涉法涉诉信访积案包案化解办法',
  ]),
  ...of('politicalLegalCommittee', 'revised', ['重点案件评查办法']),
  ...of('court', 'created', ['办案质量终身负责制实施办法', '涉诉款物管理办法', '法官审判权力监督办法']),
  ...of('court', 'revised', ['审判委员会工作规则', '诉讼费退费流程规定']),
  ...of('court', 'abolished', ['审判绩效考核办法（试行）']),
  ...of('procuratorate', 'created', ['检察官办案内部监督办法', '减刑、假释案件同步审查办法']),
  ...of('procuratorate', 'revised', ['检察建议落实情况回访办法']),
  ...of('publicSecurity', 'created', [
    '受案立案监督管理规定',
    '涉案财物集中保管办法',
    '民警八小时以外活动监督办法',
    '派出所执法办案积分管理办法',
  ]),
  ...of('publicSecurity', 'revised', ['值班备勤管理规定', '执法过错责任追究办法', '公务用车使用管理规定']),
  ...of('publicSecurity', 'abolished', ['罚没款物入库暂行规定']),
  ...of('stateSecurity', 'created', ['干警谈心谈话制度']),
  ...of('justice', 'created', ['社区矫正对象请假审批办法', '法律援助案件质量回访制度']),
  ...of('justice', 'revised', ['律师执业投诉处理办法']),
  ...of('justice', 'abolished', ['公证窗口轮岗规定（试行）']),
];

/** What stands before the year on an office's papers. */
export const PAPERS: Readonly<Record<OrganKind, string>> = {
  politicalLegalCommittee: '云政法',
  court: '云法发',
  procuratorate: '云检发',
  publicSecurity: '云公通',
  stateSecurity: '云国安',
  justice: '云司发',
};

function of(organ: OrganKind, kind: InstitutionKind, titles: readonly string[]): InstitutionWords[] {
  return titles.map((title) => ({ organ, kind, title }));
}
