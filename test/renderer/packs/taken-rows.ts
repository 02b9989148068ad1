import type { PackCell, PackRow } from '../../../renderer/registers/packs/taken-choices.ts';

export function row(part: Partial<PackRow>): PackRow {
  return {
    line: 3,
    person: 'p1',
    name: '韦宁',
    unit: '县法院',
    outcome: 'held',
    reason: null,
    code: null,
    fields: null,
    cells: [],
    ...part,
  };
}

export function cell(part: Partial<PackCell>): PackCell {
  return {
    field: 'post',
    issued: '书记员',
    pack: '法官',
    today: '书记员',
    outcome: 'changed',
    reason: null,
    ...part,
  };
}
