import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameWords, typedSpelling } from '../../../electron/registers/personnel/name-words.ts';
import { strokesOf, UNKNOWN_STROKES } from '../../../electron/registers/personnel/stroke-counts.ts';
import type { ApiClient } from '../../../electron/transport/in-process.ts';
import { type TestOffice, testOffice } from '../../support/office.ts';
import { lastingScratch } from '../../support/scratch.ts';
import { undoLast } from './personnel-desk.ts';

const { folder, remove } = lastingScratch();
let office: TestOffice;
let clerk: ApiClient;
let court: string;
let bureau: string;
let station: string;

const PEOPLE = [
  ['丁一', 'court'],
  ['仇立新', 'court'],
  ['单雄信', 'court'],
  ['曾建国', 'bureau'],
  ['张三', 'bureau'],
  ['张伟', 'station'],
  ['魏来', 'station'],
  ['尉迟恭', 'station'],
  ['王小明', 'station'],
  ['Adil Karim', 'station'],
] as const;

beforeAll(async () => {
  office = await testOffice(folder);
  clerk = await office.as('clerk');
  court = (await clerk.personnel.createUnit({ name: '法院' })).id;
  bureau = (await clerk.personnel.createUnit({ name: '公安局' })).id;
  station = (await clerk.personnel.createUnit({ name: '派出所', parent: bureau })).id;
  const units = { court, bureau, station };
  for (const [name, unit] of PEOPLE)
    await clerk.personnel.addPerson({ name, unit: units[unit], from: '2021-03-01' });
});
afterAll(() => {
  office.close();
  remove();
});

type Asked = Parameters<ApiClient['personnel']['people']>[0];
const names = async (asked: Asked) => (await clerk.personnel.people(asked)).people.map(({ name }) => name);
const found = (search: string) => names({ search, sort: 'pinyin' });

describe('a list of people', () => {
  it('is sorted by the reading of the surname: 仇 Qiú, 单 Shàn, 曾 Zēng, 尉迟 Yùchí', async () => {
    expect(await names({ sort: 'pinyin' })).toEqual([
      'Adil Karim',
      '丁一',
      '仇立新',
      '单雄信',
      '王小明',
      '魏来',
      '尉迟恭',
      '曾建国',
      '张三',
      '张伟',
    ]);
  });

  it('is sorted by the strokes of the surname, one surname together', async () => {
    expect((await names({ sort: 'strokes' })).slice(1)).toEqual([
      '丁一',
      '仇立新',
      '王小明',
      '张三',
      '张伟',
      '单雄信',
      '尉迟恭',
      '曾建国',
      '魏来',
    ]);
  });

  it('is sorted by the order numbers of units and people first, then by pinyin, unless asked otherwise', async () => {
    const { people } = await clerk.personnel.people({ search: '张三' });
    await clerk.personnel.updatePerson({ ...people[0]!, name: '张三', orderNumber: 1 });
    expect((await names({})).slice(0, 5)).toEqual(['丁一', '仇立新', '单雄信', '张三', '曾建国']);
    await undoLast(clerk);
  });

  it('goes by pages through everybody once, in each order', async () => {
    for (const sort of ['order', 'pinyin', 'strokes'] as const) {
      const pages = [];
      for (let offset = 0; offset < 12; offset += 4) pages.push(...(await names({ sort, offset, limit: 4 })));
      expect(pages).toEqual(await names({ sort }));
      expect(new Set(pages).size).toBe(PEOPLE.length);
    }
  });

  it('is of a unit, of it with all below it, of one status or of several', async () => {
    expect(await names({ unit: bureau, sort: 'strokes' })).toEqual(['张三', '曾建国']);
    expect((await clerk.personnel.people({ unit: bureau, below: true, limit: 1 })).total).toBe(7);
    expect(await names({ unit: court, below: true, search: 'xx' })).toEqual(['单雄信']);
    const { people } = await clerk.personnel.people({ search: '丁一' });
    await clerk.personnel.transfer({ ...people[0]!, unit: court, status: 'retired', from: '2021-03-10' });
    expect(await names({ status: 'retired' })).toEqual(['丁一']);
    expect(await names({ status: ['retired', 'onDuty'], unit: court })).toHaveLength(3);
    expect(await names({ status: 'retired', asOf: '2021-03-09' })).toEqual([]);
    await undoLast(clerk);
  });
});

describe('people are found', () => {
  it('by pinyin and by initials, from any syllable on, however typed', async () => {
    expect(await found('zhangsan')).toEqual(['张三']);
    expect(await found('Zhang San')).toEqual(['张三']);
    expect(await found("zhang'w")).toEqual(['张伟']);
    expect(await found('zhang')).toEqual(['张三', '张伟']);
    expect(await found('zs')).toEqual(['张三']);
    expect(await found('xiaoming')).toEqual(['王小明']);
    expect(await found('xm')).toEqual(['王小明']);
    expect(await found('hangs'), 'not from the middle of a syllable').toEqual([]);
  });

  it('by any usual reading of a character: who types dān finds 单 as well', async () => {
    for (const typed of ['shanxiongxin', 'danxiongxin', 'sxx', 'dxx'])
      expect(await found(typed)).toEqual(['单雄信']);
    for (const typed of ['zengjianguo', 'cengjianguo', 'zjg']) expect(await found(typed)).toEqual(['曾建国']);
    for (const typed of ['yuchi', 'weichi', 'ycg']) expect(await found(typed)).toEqual(['尉迟恭']);
  });

  it('by a part of the name, in Latin letters as well, and by nothing that only looks like a pattern', async () => {
    expect(await found('小明')).toEqual(['王小明']);
    expect(await found('Karim')).toEqual(['Adil Karim']);
    expect(await found('adilk')).toEqual(['Adil Karim']);
    for (const typed of ['%', '_', '*', "'", 'z%s']) expect(await found(typed)).toEqual([]);
    expect(await found('  ')).toHaveLength(PEOPLE.length);
  });

  it('by a name they have just been given, and by the old one again once that is taken back', async () => {
    const { people } = await clerk.personnel.people({ search: 'weilai' });
    await clerk.personnel.updatePerson({ ...people[0]!, name: '卫来' });
    expect([await found('wl'), await found('魏')]).toEqual([['卫来'], []]);
    await office.as('reviewer');
    await office.as('clerk');
    await undoLast(clerk);
    expect(await found('weil')).toEqual(['魏来']);
  });

  it('by the names that a roster brings', async () => {
    const content = Buffer.from('姓名,单位\n解晓东,法院').toString('base64');
    await clerk.personnel.importRoster({ fileName: 'a.csv', content, apply: true });
    expect(await found('xxd')).toEqual(['解晓东']);
    expect(await found('jiexiaodong')).toEqual(['解晓东']);
  });
});

describe('the words of names', () => {
  const held = () =>
    office.host.ledger!.read((db) =>
      db.all<{ folded: string }>('SELECT folded FROM name_words ORDER BY folded').map(({ folded }) => folded),
    );

  it('are made for a ledger that has none when it is opened, without an undo being lost', async () => {
    const step = await clerk.office.lastStep();
    const before = await names({ sort: 'pinyin' });
    const ledger = office.host.ledger!;
    ledger.write(0, 'test.forget', (write) => {
      write.undo.leaveNoStep();
      write.run('DELETE FROM name_words');
    });
    expect(await found('zs')).toEqual([]);
    expect(await found('张三'), 'characters need no words').toEqual(['张三']);
    await office.as('reviewer');
    clerk = await office.as('clerk');
    expect(await names({ sort: 'pinyin' })).toEqual(before);
    expect(await clerk.office.lastStep()).toEqual(step);
  });

  it('are dropped at an opening once nobody bears the name and no undo would bring it back', async () => {
    const { people } = await clerk.personnel.people({ search: '王小明' });
    await clerk.personnel.updatePerson({ ...people[0]!, name: '王大明' });
    await office.as('reviewer');
    clerk = await office.as('clerk');
    expect(held()).toContain('王小明');
    const ledger = office.host.ledger!;
    ledger.write(ledger.account.pk, 'test.barrier', (write) => write.undo.refuse('undo_not_possible'));
    await office.as('reviewer');
    clerk = await office.as('clerk');
    expect(held()).not.toContain('王小明');
    expect(held()).toContain('王大明');
  });

  it('are not written again at an opening that finds them whole', async () => {
    const before = (await clerk.office.identity()).rev;
    await office.as('reviewer');
    clerk = await office.as('clerk');
    expect((await clerk.office.identity()).rev).toBe(before);
  });

  it('count the strokes as they are written here', () => {
    const strokes = { 丁: 2, 王: 4, 陈: 7, 张: 7, 黄: 11, 郭: 10, 魏: 17, 龚: 11, 𠮷: 6, 㐂: 6 };
    for (const [character, count] of Object.entries(strokes))
      expect([character, strokesOf(character)]).toEqual([character, count]);
    expect([strokesOf('A'), strokesOf('·'), strokesOf('\u{30EDE}')]).toEqual([0, 0, UNKNOWN_STROKES]);
  });

  it('are the same for the same name, and few for a long one of many readings', () => {
    expect(nameWords('单乐行')).toEqual(nameWords('单乐行'));
    const words = nameWords('买买提·阿不都热合曼').spellings.split(' ');
    expect(words).toContain('maimaitiabudureheman');
    expect(words.length).toBeLessThan(250);
    expect(nameWords('')).toEqual({ spellings: '', pinyinKey: '', strokeKey: '' });
    expect([typedSpelling('lǜ'), typedSpelling('Ｚｓ'), typedSpelling('张'), typedSpelling('')]).toEqual([
      'lv',
      'zs',
      null,
      null,
    ]);
  });
});
