import type { Tables } from '../../electron/bundle/tables.ts';
import { tablesOf } from '../bundle/invented-pair.ts';

/** Tables in which every encoding is the shortest for some column. */
export function variedTables(rows: number): Tables {
  const all = Array.from({ length: rows }, (_, at) => at);
  return tablesOf({
    attendance: {
      session: all.map((at) => at % 7),
      person: all.map((at) => Math.floor(at / 7)),
      mark: all.map((at) => (at * 7919) % 11),
      rev: all.map((at) => 100_000 + at * 7 + (at % 3)),
      makeup: all.map((at) => (at % 5 === 0 ? null : 2)),
      same: all.map(() => 4),
    },
    item: {
      state: all.map((at) => ['draft', 'issued', 'closed'][Math.floor((at * 3) / rows)] ?? null),
      reason: all.map((at) => (at % 5 === 0 ? `第${at % 3}次补课𠮷"\\` : null)),
      only: all.map((at) => `行-${at}`),
      cycle: all.map((at) => ['甲', '乙', '丙', '丁', '戊'][at % 5] ?? null),
    },
    none: { day: [] },
  });
}
