import { expect, it } from 'vitest';
import { ledgerSearchOf } from '../../../renderer/registers/rectification/ledger-search.ts';
import { roomSearchOf } from '../../../renderer/registers/self-inspection/room-search.ts';
import { itemLink, matterLink } from '../../../renderer/registers/work-list/matter-links.ts';
import type { Matter } from '../../../renderer/registers/work-list/work-list-queries.ts';
import { inputOf } from '../../../renderer/state/contract-form.ts';
import { contract } from '../../../shared/contract/index.ts';
import {
  FILING_MATTERS,
  ITEM_MATTERS,
  MATTER_KINDS,
  SESSION_MATTERS,
  WHOSE,
} from '../../../shared/vocabulary/words.ts';

const ID = '01890000-0000-7000-8000-000000000000';

function link(kind: Matter['kind'], part: Partial<Matter> = {}) {
  return matterLink(
    { kind, register: 'study', whose: 'clerk', mine: false, round: null, count: 1, ...part },
    'office',
  );
}

it.each(SESSION_MATTERS)('%s leads to the sessions that it counts, in words that the core knows', (kind) => {
  const { to, search } = link(kind);
  expect(to).toBe('/study');
  expect(inputOf(contract.study.sessions).parse(search)).toMatchObject({ matter: kind });
});

it('make-ups to be recorded are the pending ones, those to be confirmed the done ones', () => {
  const states = (['makeupToRecord', 'makeupToConfirm'] as const).map((kind) => link(kind).search.makeups);
  expect(states).toEqual(['pending', 'done']);
  for (const state of states) inputOf(contract.study.makeups).parse({ state });
});

it.each(FILING_MATTERS)('%s leads to the filings that it counts, as the room reads its address', (kind) => {
  const { to, search } = link(kind, { round: { id: ID, name: '第一轮' } });
  expect(to).toBe('/self-inspection');
  const { matter, round } = roomSearchOf(search);
  expect(inputOf(contract.selfInspection.filings).parse({ round, matter })).toMatchObject({
    round: ID,
    matter: kind,
  });
});

it.each(ITEM_MATTERS)('%s leads to the items that it counts, one side’s or one’s own', (kind) => {
  for (const whose of WHOSE) {
    const { to, search } = link(kind, { whose });
    expect(to).toBe('/rectification');
    const read = ledgerSearchOf(search);
    expect(read).toMatchObject({ view: 'open', matter: kind, whose });
    inputOf(contract.rectification.items).parse({ ...read, item: undefined });
  }
  expect(ledgerSearchOf(link(kind, { mine: true }).search)).toMatchObject({
    view: 'mine',
    matter: kind,
    whose: undefined,
  });
});

it('every word of a link is one that the room which it leads to reads', () => {
  const KNOWN: Readonly<Record<string, readonly string[]>> = {
    '/study': ['matter', 'makeups'],
    '/self-inspection': ['matter', 'round'],
    '/rectification': ['view', 'matter', 'whose'],
    '/actions': ['view'],
    '/evaluation': ['orders', 'state'],
    '/figures/weekly': [],
    '/exchange': ['matter', 'feedback'],
    '/feedback': ['tab', 'state'],
  };
  for (const kind of MATTER_KINDS) {
    const { to, search } = link(kind);
    expect(KNOWN[to]).toEqual(expect.arrayContaining(Object.keys(search)));
  }
});

it('one item opens beside those that wait for the same account', () => {
  expect(ledgerSearchOf(itemLink(ID).search)).toMatchObject({ view: 'mine', item: ID, matter: undefined });
});
