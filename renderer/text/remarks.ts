import type { RemarkField, RemarkRegister } from '../../shared/vocabulary/remark-fields.ts';
import { dayOf } from './frame.ts';

export const remarkRegisterWords = {
  item: '问题',
  session: '学习场次',
  round: '自查轮次',
  action: '规定动作',
} as const satisfies Record<RemarkRegister, string>;

export const remarkFieldWords = {
  problem: '问题表现',
  category: '类别',
  source: '来源',
  unit: '责任单位',
  leader: '责任领导',
  owner: '责任人',
  measures: '整改措施',
  dueOn: '时限',
  evidenceNumber: '佐证',
  title: '标题',
  day: '日期',
  types: '教育类型',
  form: '形式',
  venues: '地点',
  materialNumber: '材料编号',
  attendance: '考勤',
  makeups: '补课',
  span: '起止日期',
  filings: '填报人数',
  declared: '有无问题',
  name: '名称',
  doneOn: '完成日期',
  sessions: '对应场次',
  note: '备注',
} as const satisfies Record<RemarkField, string>;

export const remarkText = {
  heading: '市指导组提示',
  sign: (count: number, unread: number): string =>
    unread > 0 ? `提示 ${count} 条，${unread} 条没有阅办` : `提示 ${count} 条`,
  unread: '没有阅办',
  on: (day: string | null): string => (day ? dayOf(day) : '还没有放行'),
  about: (field: string): string => `【${field}】`,
  read: (day: string, by: string | null): string => `已阅 ${dayOf(day)}${by ? ` ${by}` : ''}`,
  replied: (reply: string): string => `回复：${reply}`,
  reply: '回复（可不写，200 字以内，随下一个包报回）',
  markRead: '已阅',
  markReplied: '已阅并回复',
  again: '改回复',
  done: '已阅，随下一个包报回市指导组',
} as const;
