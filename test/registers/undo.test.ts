import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetImages } from '../../electron/store/undo.ts';
import { day, from, heldSession, openUndoDesk, refusalOf, rosterOf, type UndoDesk } from './undo-desk.ts';

let desk: UndoDesk;
let court: string;

beforeAll(async () => {
  desk = await openUndoDesk();
  court = (await desk.at('clerk').personnel.createUnit({ name: '法院', kind: 'court' })).id;
});
afterAll(() => desk.close());

const images = () =>
  desk.ledger().read((db) => db.all<{ before: string | null }>('SELECT before FROM undo_image'));

describe('a roster import', () => {
  it('of 500 people is undone as one step, and imported anew it adds them all again', async () => {
    const { personnel } = desk.at('clerk');
    const before = desk.dump();
    const file = { ...rosterOf(500, 20), createUnits: true, apply: true };
    const first = await personnel.importRoster(file);
    expect([first.added, (await personnel.units({})).length]).toEqual([500, 21]);
    const figures = await desk.at('reviewer').figures.asOf({ asOf: day });
    expect(figures.figures.coverage?.denominator).toBe(500);

    await desk.undoLast('clerk');
    expect(desk.dump()).toBe(before);
    expect((await personnel.people({ search: '某人' })).total).toBe(0);
    const after = await desk.at('reviewer').figures.asOf({ asOf: day });
    expect(after.figures.coverage?.denominator).toBe(0);

    const again = await desk.at('clerk').personnel.importRoster(file);
    expect(again).toEqual(first);
    const { people } = await personnel.people({ limit: 500 });
    expect(new Set(people.map(({ id }) => id)).size).toBe(500);
    const session = await heldSession(desk.at('second'), []);
    const { total } = await desk.at('second').study.attendance({ session: session.id });
    expect(total, 'those of the undone import are expected nowhere').toBe(500);
  });

  it('that changed people gives them back what they had', async () => {
    const { personnel } = desk.at('clerk');
    const before = desk.dump();
    const file = rosterOf(500, 20);
    const content = Buffer.from(file.content, 'base64').toString().replaceAll('科员', '庭长');
    const moved = { ...file, content: Buffer.from(content).toString('base64'), apply: true };
    expect(await personnel.importRoster(moved)).toMatchObject({ changed: 500 });
    await desk.undoLast('clerk');
    expect(desk.dump()).toBe(before);
  });
});

describe('marks', () => {
  it('of 300 people are undone with their sums, leaving figures as they were', async () => {
    const { study } = desk.at('second');
    const { id, rev } = await heldSession(desk.at('second'), []);
    const { rows } = await study.attendance({ session: id });
    const some = rows.slice(0, 40).map(({ person }) => person);
    const first = await study.mark({
      session: id,
      rev,
      marks: some.map((person) => ({ person, mark: 'absent' as const, reason: '出差' })),
    });
    const before = desk.dump();
    const sums = (await study.session({ id })).sums;
    const asOf = desk.office.ports.clock.today();
    const figures = (await desk.at('reviewer').figures.asOf({ asOf })).figures;

    desk.at('clerk');
    const marks = rows.slice(20, 320).map(({ person }, at) => ({
      person,
      mark: at % 3 ? ('late' as const) : ('sickLeave' as const),
      reason: at % 3 ? null : `病假条${at % 7}`,
    }));
    const marked = await study.mark({ session: id, rev: first.rev, marks, rest: 'video' });
    expect(marked.sums).toMatchObject({ unmarked: 0, onLeave: 100 });
    await desk.undoLast('clerk');
    expect(desk.dump()).toBe(before);
    expect((await study.session({ id })).sums).toEqual(sums);
    expect(desk.deviations()).toBe(0);
    expect((await desk.at('reviewer').figures.asOf({ asOf })).figures).toEqual(figures);
  });

  it('undone, a page open meanwhile is told of the conflict', async () => {
    const { study } = desk.at('clerk');
    const { id, rev } = await heldSession(desk.at('clerk'), []);
    const marked = await study.mark({ session: id, rev, marks: [], rest: 'present' });
    await desk.undoLast('clerk');
    const stale = study.mark({ session: id, rev: marked.rev, marks: [], rest: 'video' });
    expect((await refusalOf(stale)).code).toBe('conflict');
  });

  it('are undone one step after the other, each of two clerks their own', async () => {
    const { study } = desk.at('clerk');
    const { id, rev } = await heldSession(desk.at('clerk'), []);
    const { rows } = await study.attendance({ session: id, limit: 3 });
    const untouched = desk.dump();
    let latest = rev;
    const mark = async (who: 'clerk' | 'second', mark: 'absent' | 'late' | 'duty') => {
      const marks = rows.map(({ person }) => ({ person, mark, reason: mark }));
      latest = (await desk.at(who).study.mark({ session: id, rev: latest, marks })).rev;
    };
    await mark('clerk', 'absent');
    await mark('clerk', 'late');
    const clerks = desk.dump();
    await mark('second', 'duty');
    expect(await refusalOf(desk.undoLast('clerk'))).toMatchObject({
      code: 'undo_changed_since',
      fields: { count: 1 },
    });
    await desk.undoLast('second');
    expect(desk.dump()).toBe(clerks);
    await desk.undoLast('clerk');
    await desk.undoLast('clerk');
    expect(desk.dump()).toBe(untouched);
  });
});

describe('the last step', () => {
  it('is told with its procedure, under the revision that its answer carried', async () => {
    const { rev } = await desk.at('clerk').personnel.createUnit({ name: '检察院' });
    expect(await desk.at('clerk').office.lastStep()).toEqual({
      step: rev,
      action: 'personnel.createUnit',
      undoable: true,
      reason: null,
    });
    await desk.undoLast('clerk');
  });

  it('of an account that has written nothing is none', async () => {
    const { office } = desk.at('reviewer');
    const nothing = { step: null, action: null, undoable: false, reason: 'undo_nothing' };
    expect(await office.lastStep()).toEqual(nothing);
    expect((await refusalOf(office.undo({ step: 1_000_000 }))).code).toBe('undo_nothing');
  });

  it('undone leaves an audit row of its own that names it', async () => {
    const { rev } = await desk.at('clerk').personnel.createUnit({ name: '检察院' });
    const { rev: at } = await desk.undoLast('clerk');
    const row = desk
      .ledger()
      .read((db) =>
        db.get<{ action: string; rev: number; body: string }>(
          'SELECT action, rev, body FROM audit JOIN audit_body USING (seq) ORDER BY seq DESC LIMIT 1',
        ),
      );
    expect(row).toMatchObject({ action: 'office.undo', rev: at });
    expect(JSON.parse(row!.body)).toEqual({ undone: rev, action: 'personnel.createUnit', images: 1 });
  });
});

describe('undoing is refused, and changes nothing,', () => {
  async function refused(who: 'clerk' | 'second' | 'reviewer', step: number) {
    const before = [desk.dump(), desk.ledger().auditHead()];
    const refusal = await refusalOf(desk.at(who).office.undo({ step }));
    expect([desk.dump(), desk.ledger().auditHead()]).toEqual(before);
    return refusal;
  }

  it('for another account’s step', async () => {
    const { rev } = await desk.at('clerk').personnel.createUnit({ name: '公安局' });
    expect((await refused('second', rev)).code).toBe('undo_not_yours');
    await desk.undoLast('clerk');
  });

  it('for a step before the last one, and for one undone already', async () => {
    const { personnel } = desk.at('clerk');
    const first = await personnel.createUnit({ name: '公安局' });
    const second = await personnel.createUnit({ name: '司法局' });
    expect((await refused('clerk', first.rev)).code).toBe('undo_not_last');
    await desk.undoLast('clerk');
    expect((await refused('clerk', second.rev)).code).toBe('undo_not_last');
    await desk.undoLast('clerk');
  });

  it('after a row was changed, of which the last step tells as well', async () => {
    const person = await desk.at('clerk').personnel.addPerson({ name: '甲', unit: court, from });
    const fields = { id: person.id, rev: person.rev, name: '甲', post: '书记员' };
    await desk.at('second').personnel.updatePerson(fields);
    expect(await refused('clerk', person.rev)).toEqual({ code: 'undo_changed_since', fields: { count: 1 } });
    expect(await desk.at('clerk').office.lastStep()).toMatchObject({
      undoable: false,
      reason: 'undo_changed_since',
    });
  });

  it('while other rows refer to what came with the step', async () => {
    const unit = await desk.at('clerk').personnel.createUnit({ name: '国安局' });
    const { second, clerk } = { second: () => desk.at('second'), clerk: 'clerk' as const };
    await second().personnel.addPerson({ name: '乙', unit: unit.id, from });
    expect(await refused(clerk, unit.rev)).toEqual({ code: 'undo_changed_since', fields: { count: 1 } });
    await desk.undoLast('second');
    await second().study.createSession({ title: '党课', expected: { units: [unit.id] } });
    expect((await refused(clerk, unit.rev)).code).toBe('undo_changed_since');
    await desk.undoLast('second');
    await second().personnel.createUnit({ name: '国安局一科', parent: unit.id });
    expect((await refused(clerk, unit.rev)).code).toBe('undo_changed_since');
    await desk.undoLast('second');
    const person = await desk.at('clerk').personnel.addPerson({ name: '丙', unit: unit.id, from });
    await heldSession(second(), [unit.id]);
    expect(await refused(clerk, person.rev)).toEqual({ code: 'undo_changed_since', fields: { count: 1 } });
  });

  it('when a row would point again at what has gone meanwhile', async () => {
    const { personnel } = desk.at('second');
    const gone = await personnel.createUnit({ name: '临时机构' });
    const draft = { source: 'officeInspection' as const, problem: '台账不全' };
    const item = await desk.at('reviewer').rectification.draftItem({ ...draft, unit: gone.id });
    const moved = await desk.at('clerk').rectification.updateItem({ ...draft, ...item, unit: court });
    await desk.undoLast('second');
    expect(await refused('clerk', moved.rev)).toEqual({ code: 'undo_changed_since', fields: { count: 1 } });
  });

  it('for a move of a state machine', async () => {
    const { id, rev } = await desk.at('second').study.createSession({ title: '党课', day, form: 'film' });
    const cancelled = await desk
      .at('reviewer')
      .study.moveSession({ id, rev, move: 'cancel', reason: '改期' });
    expect((await refused('reviewer', cancelled.rev)).code).toBe('undo_by_move');
  });

  it('for a write that keeps no rows, such as a dump', async () => {
    await desk.at('reviewer').exchange.dump({ reason: '核对' });
    const { step, reason } = await desk.at('reviewer').office.lastStep();
    expect(reason).toBe('undo_not_possible');
    expect((await refused('reviewer', step!)).code).toBe('undo_not_possible');
  });
});

describe('an item of a filing', () => {
  beforeAll(() => desk.office.ports.setDate('2021-06-01'));

  async function approvedItem(name: string) {
    const { personnel, selfInspection } = desk.at('clerk');
    const round = (await selfInspection.rounds({}))[0]!;
    const person = await personnel.addPerson({ name, unit: court, from });
    const filing = await selfInspection.file({
      round: round.id,
      person: person.id,
      filedOn: round.beginsOn as typeof day,
      declared: 'hasProblem',
      items: [
        {
          category: (await desk.at('clerk').campaign.current()).categories.find(
            ({ appliesTo }) => appliesTo === 'all',
          )!.id,
          summary: `秘密事由${name}`,
        },
      ],
    });
    await desk.at('reviewer').selfInspection.moveFiling({ ...filing, move: 'approve' });
    return (await selfInspection.filing({ id: filing.id })).itemList[0]!;
  }

  it('that became a rectification draft is 待处置 again, and the draft is gone', async () => {
    const item = await approvedItem('丁');
    const before = desk.dump();
    const given = { item: item.id, rev: item.rev, disposition: 'rectification' as const, problem: '某问题' };
    await desk.at('reviewer').selfInspection.disposeItem(given);
    expect(desk.dump()).not.toBe(before);
    await desk.undoLast('reviewer');
    expect(desk.dump()).toBe(before);
  });

  it('that was handed over has lost its summary for good: no image of it stays', async () => {
    const item = await approvedItem('戊');
    const given = {
      item: item.id,
      rev: item.rev,
      disposition: 'handedOver' as const,
      transferDocument: '移1',
    };
    await desk.at('reviewer').selfInspection.disposeItem(given);
    expect((await desk.at('reviewer').office.lastStep()).reason).toBe('undo_not_possible');
    expect(JSON.stringify(images())).not.toContain('秘密事由');
  });
});

it('a purge erases what steps keep of its rows; those steps cannot be undone any more', async () => {
  const { personnel } = desk.at('clerk');
  const { id, rev } = await personnel.addPerson({ name: '己', post: '旧职务', unit: court, from });
  await personnel.updatePerson({ id, rev, name: '己', post: '新职务' });
  expect(JSON.stringify(images())).toContain('旧职务');
  desk.ledger().write(0, 'test.purge', (write) => {
    const { pk } = write.get<{ pk: number }>('SELECT pk FROM person WHERE id = ?', id)!;
    forgetImages(write, 'person', [pk]);
  });
  expect(JSON.stringify(images())).not.toContain('旧职务');
  expect(await desk.at('clerk').office.lastStep()).toMatchObject({ reason: 'undo_not_possible' });
});
