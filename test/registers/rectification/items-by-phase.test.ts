import { expect, it } from 'vitest';
import { day, openCampaignDesk } from '../campaign/campaign-desk.ts';

it('items are narrowed to the phase within whose days they were first issued', async () => {
  const desk = await openCampaignDesk();
  const issue = async (problem: string, on: string) => {
    const draft = await (await desk.as('clerk')).rectification.draftItem({
      ...{ source: 'officeInspection', category: 'disloyalty', problem, unit: desk.unit, measures: '措施' },
      ...{ leader: '领导', owner: '责任人', dueOn: day('2021-07-01') },
    });
    await (await desk.as('reviewer')).rectification.moveItem({ ...draft, move: 'issue', on: day(on) });
  };
  await issue('学习时下达', '2021-03-31');
  await issue('查纠时下达', '2021-04-01');
  await (await desk.as('clerk')).rectification.draftItem({ source: 'officeInspection', problem: '草稿' });
  const { rectification } = await desk.as('clerk');
  const told = async (phase?: string) =>
    (await rectification.items({ phase })).items.map(({ problem }) => problem);
  expect(await told('study')).toEqual(['学习时下达']);
  expect(await told('rectify')).toEqual(['查纠时下达']);
  expect([await told('improve'), await told('none')]).toEqual([[], []]);
  expect(await told()).toHaveLength(3);
  expect((await rectification.counts({ phase: 'study' })).all).toBe(1);
});
