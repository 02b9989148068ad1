/** A month with its days, wherever one is shown. */
export const calendarText = {
  asList: '列表',
  asCalendar: '日历',
  before: '上个月',
  after: '下个月',
  thisMonth: '本月',
  today: '今天',
  month: (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  /** The first of a month says which month. */
  day: (day: string): string =>
    day.endsWith('-01') ? `${Number(day.slice(5, 7))}月1` : String(Number(day.slice(8))),
} as const;
