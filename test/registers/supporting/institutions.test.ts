import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openUndoDesk, refusalOf, type UndoDesk } from '../undo-desk.ts';

let desk: UndoDesk;
let police: string;
let station: string;

beforeAll(async () => {
  desk = await openUndoDesk('530306');
  desk.office.ports.setDate('2021-06-20');
  const { personnel } = desk.at('clerk');
  police = (await personnel.createUnit({ name: '县公安局' })).id;
  station = (await personnel.createUnit({ name: '城关派出所', parent: police })).id;
});
afterAll(() => desk.close());

const api = (who: 'clerk' | 'second' = 'clerk') => desk.at(who).supporting;
const made = (change = {}) => ({
  ...{ kind: 'created' as const, title: '案件评查办法', documentNumber: '云政法〔2021〕5号' },
  ...{ on: '2021-06-01', unit: null, ...change },
});

describe('institutions', () => {
  it('are written down, changed, removed, and each step undone', async () => {
    const { id, rev } = await api().addInstitution(made());
    const list = async () => (await api().institutions({})).institutions;
    expect(await list()).toEqual([{ id, rev, ...made(), unitName: null }]);
    const changed = await api().updateInstitution({ id, rev, ...made({ kind: 'revised', unit: police }) });
    expect(await list()).toMatchObject([{ kind: 'revised', unitName: '县公安局' }]);
    const stale = api('second').removeInstitution({ id, rev });
    expect((await refusalOf(stale)).code).toBe('conflict');
    await api().removeInstitution({ id, rev: changed.rev });
    expect(await list()).toEqual([]);
    for (const kind of ['revised', 'created']) {
      await desk.undoLast('clerk');
      expect(await list()).toMatchObject([{ id, kind }]);
    }
    await desk.undoLast('clerk');
    expect(await list()).toEqual([]);
  });

  it('are found by kind, unit, day and text, the latest first, with a count of each kind', async () => {
    await api().addInstitution(made({ on: '2021-05-01' }));
    await api().addInstitution(
      made({ kind: 'revised', on: '2021-06-02', documentNumber: null, unit: station }),
    );
    await api().addInstitution(
      made({ kind: 'abolished', title: '值班规定', on: '2021-06-03', documentNumber: '100%号' }),
    );
    const found = async (filter: Parameters<ReturnType<typeof api>['institutions']>[0]) => {
      const { total, institutions } = await api().institutions(filter);
      return [total, institutions.map(({ on }) => on.slice(5)).join(' ')];
    };
    expect(await found({})).toEqual([3, '06-03 06-02 05-01']);
    expect(await found({ offset: 1, limit: 1 })).toEqual([3, '06-02']);
    expect(await found({ kind: 'revised' })).toEqual([1, '06-02']);
    expect(await found({ unit: police })).toEqual([1, '06-02']);
    expect(await found({ from: '2021-06-02', until: '2021-06-02' })).toEqual([1, '06-02']);
    expect(await found({ search: '评查' })).toEqual([2, '06-02 05-01']);
    expect(await found({ search: '100%' })).toEqual([1, '06-03']);
    expect((await api().institutions({ search: '评查', kind: 'created' })).counts).toEqual({
      ...{ created: 1, revised: 1, abolished: 0 },
    });
  });

  it('are not written down twice, nor for a day to come', async () => {
    const again = api().addInstitution(made({ title: '案件　评查办法', on: '2021-06-10' }));
    expect((await refusalOf(again)).code).toBe('institution_exists');
    const ahead = api().addInstitution(made({ title: '新办法', on: '2021-06-21' }));
    expect((await refusalOf(ahead)).code).toBe('institution_day_ahead');
    const nowhere = api().addInstitution(made({ title: '新办法', unit: 'nowhere' }));
    expect((await refusalOf(nowhere)).code).toBe('not_found');
  });
});
