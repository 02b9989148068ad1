import type { OrganKind } from '../../shared/vocabulary/words.ts';

/** An organ of the invented county, its parts and the posts in them. */
export interface OrganWords {
  readonly kind: OrganKind;
  readonly name: string;
  /** Of every hundred people of the county. */
  readonly share: number;
  /** Who sits in the organ itself, highest first. */
  readonly leaders: readonly string[];
  /** The name of each section and the post of its head. */
  readonly sections: readonly (readonly [name: string, head: string])[];
  /** Follows the name of a township; absent where the organ has no stations. */
  readonly station?: readonly [name: string, head: string];
  readonly members: readonly string[];
  /** Most of its staff are 政法专项; otherwise 行政. */
  readonly sworn: boolean;
}

export const ORGANS: readonly OrganWords[] = [
  {
    kind: 'politicalLegalCommittee',
    name: '中共云岭县委政法委员会',
    share: 5,
    leaders: ['书记', '常务副书记', '副书记', '副书记'],
    sections: [
      ['政法委办公室', '主任'],
      ['政法委综治督导科', '科长'],
      ['政法委执法监督科', '科长'],
      ['云岭县法学会', '秘书长'],
    ],
    members: ['副科长', '一级科员', '二级科员', '四级主任科员'],
    sworn: false,
  },
  {
    kind: 'court',
    name: '云岭县人民法院',
    share: 14,
    leaders: ['院长', '副院长', '副院长', '执行局局长', '审判委员会专职委员'],
    sections: [
      ['法院综合办公室', '主任'],
      ['法院立案庭', '庭长'],
      ['法院刑事审判庭', '庭长'],
      ['法院民事审判庭', '庭长'],
      ['法院执行局', '执行长'],
      ['法院法警大队', '大队长'],
    ],
    station: ['人民法庭', '庭长'],
    members: ['副庭长', '一级法官', '二级法官', '法官助理', '法官助理', '书记员', '司法警察'],
    sworn: true,
  },
  {
    kind: 'procuratorate',
    name: '云岭县人民检察院',
    share: 10,
    leaders: ['检察长', '副检察长', '副检察长', '检察委员会专职委员'],
    sections: [
      ['检察院办公室', '主任'],
      ['检察院第一检察部', '主任'],
      ['检察院第二检察部', '主任'],
      ['检察院第三检察部', '主任'],
      ['检察院政治部', '副主任'],
    ],
    members: ['副主任', '一级检察官', '二级检察官', '检察官助理', '检察官助理', '书记员'],
    sworn: true,
  },
  {
    kind: 'publicSecurity',
    name: '云岭县公安局',
    share: 56,
    leaders: ['局长', '政委', '副局长', '副局长', '副局长', '纪检组组长'],
    sections: [
      ['公安局指挥中心', '主任'],
      ['公安局政工室', '主任'],
      ['公安局刑事侦查大队', '大队长'],
      ['公安局治安管理大队', '大队长'],
      ['公安局交通管理大队', '大队长'],
      ['公安局法制大队', '大队长'],
      ['云岭县看守所', '所长'],
    ],
    station: ['派出所', '所长'],
    members: ['教导员', '副所长', '一级警长', '二级警长', '三级警长', '四级警长', '一级警员', '二级警员'],
    sworn: true,
  },
  {
    kind: 'stateSecurity',
    name: '云岭县国家安全局',
    share: 3,
    leaders: ['局长', '副局长'],
    sections: [
      ['国家安全局综合科', '科长'],
      ['国家安全局业务科', '科长'],
    ],
    members: ['副科长', '一级科员', '二级科员'],
    sworn: true,
  },
  {
    kind: 'justice',
    name: '云岭县司法局',
    share: 12,
    leaders: ['局长', '副局长', '副局长', '政工室主任'],
    sections: [
      ['司法局办公室', '主任'],
      ['司法局社区矫正科', '科长'],
      ['司法局法律援助中心', '主任'],
      ['司法局普法与依法治理科', '科长'],
    ],
    station: ['司法所', '所长'],
    members: ['副所长', '司法助理员', '司法助理员', '一级科员', '二级科员'],
    sworn: true,
  },
];

/** Townships of the invented county: stations are named after them. */
export const TOWNSHIPS = [
  ...['城关', '柳河', '石桥', '东塬', '南坪', '青坝', '白水', '红岩', '大湾', '龙泉', '凤翔', '清溪'],
  ...['高峰', '桃园', '三岔', '永兴', '和平', '新民', '沙河', '松林', '古城', '云台', '双井', '甘棠'],
] as const;
