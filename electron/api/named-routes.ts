import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { MAKEUPS, MARKS, type Mark } from '../../shared/vocabulary/words.ts';
import { eraseNamed, openNamed } from '../exchange/named-bundles.ts';
import type { NamedList } from '../exchange/named-in.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';

const routes = implement(contract.exchange).$context<ApiContext>().use(mapErrors).use(checkAccount);

/** Lists with names that offices have sent: read and erased, never merged. */
export const namedRoutes = {
  namedBundle: routes.namedBundle.handler(async ({ input, context }) => {
    const { manifest, list } = await openNamed(openLedgerOf(context.host), input);
    const { sender, epoch, sequence, period, createdAt: sealedAt, namesReason } = manifest;
    const at = list.people.findIndex(({ id }) => id === input.person);
    ensure(input.person === undefined || at >= 0, 'not_found', { register: 'person' });
    return {
      sender: { id: input.sender, code: sender.code, name: sender.name },
      ...{ epoch: epoch.counter, sequence, asOf: period.asOf, sealedAt, namesReason: namesReason ?? '' },
      sessions: list.sessions.length,
      people: at < 0 ? peopleOf(list) : peopleOf(list).slice(at, at + 1),
      attendance: at < 0 ? [] : attendanceOf(list, at),
    };
  }),
  eraseNamedBundle: routes.eraseNamedBundle.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    const { sender, sequence } = input;
    return ledger.write(ledger.account.pk, 'exchange.eraseNamedBundle', (write) => ({
      ...{ sender, sequence, epoch: eraseNamed(write, input) },
    }));
  }),
};

const OWED = MAKEUPS.indexOf('pending');

/** In the order of the list, which is that of ids made up for it. */
function peopleOf({ people, units, rounds, marks, filings }: NamedList) {
  const counted = people.map(() => ({ marks: {} as Partial<Record<Mark, number>>, makeupsOwed: 0 }));
  for (const [at, person] of marks.person.entries()) {
    const own = counted[person];
    const mark = MARKS[marks.mark[at] ?? 0];
    if (!own || !mark) continue;
    own.marks[mark] = (own.marks[mark] ?? 0) + 1;
    if (marks.makeup[at] === OWED) own.makeupsOwed += 1;
  }
  const filed = Map.groupBy(filings, ({ person }) => person);
  return people.map(({ id, name, disambiguator, unit }, place) => ({
    ...{ id, name, disambiguator, unit: unit === null ? null : nameAt(units, unit) },
    marks: counted[place]?.marks ?? {},
    makeupsOwed: counted[place]?.makeupsOwed ?? 0,
    filings: (filed.get(place) ?? []).map((row) => ({
      ...{ round: nameAt(rounds, row.round), unit: nameAt(units, row.unit) },
      ...{ filedOn: row.filedOn, declared: row.declared, state: row.state },
    })),
  }));
}

function attendanceOf({ sessions, units, marks }: NamedList, person: number) {
  const own = marks.person.flatMap((one, at) => (one === person ? [at] : []));
  const rows = own.map((at) => {
    const { title, day } = sessions[marks.session[at] ?? 0] ?? { title: '', day: null };
    return {
      ...{ title, on: day, unit: nameAt(units, marks.unit[at] ?? 0) },
      mark: MARKS[marks.mark[at] ?? 0] ?? 'unmarked',
      makeup: MAKEUPS[marks.makeup[at] ?? 0] ?? 'none',
      makeupOn: marks.makeupOn[at] ?? null,
    };
  });
  return rows.sort((one, other) => ((one.on ?? '') < (other.on ?? '') ? -1 : 1));
}

function nameAt(list: readonly { readonly name: string }[], place: number): string {
  return list[place]?.name ?? '';
}
