/** Sealing and sending: what becomes of a file between the two sides. */
import { addDays } from '../../shared/vocabulary/dates.ts';
import type { SoleOffice } from '../exchange/sole-office.ts';
import type { Desk, Stick } from './t6-district.ts';
import { take } from './t6-onlooker.ts';
import { note, type Trial } from './t6-state.ts';

const CLOCKS = ['1999-12-31', '2021-01-01', '2021-04-30', '2047-06-01', '2099-12-31'];

/** Whatever day the PC believes it to be. */
export async function seal(
  trial: Trial,
  from: SoleOffice,
  to: Desk,
  sealed: Desk['sealed'],
  full = false,
): Promise<Stick> {
  const { chance } = trial;
  const { wallClock } = from.ports;
  const near = addDays(from.ports.clock.today(), chance.below(9) - 4);
  if (chance.happens(0.4)) from.ports.setDate(chance.of([near, chance.of(CLOCKS)]));
  const asked = { recipient: to.id, full: full || chance.happens(0.05) };
  const { fileName, content, sequence, hash } = await from.client.exchange.exportBundle(asked);
  from.ports.wallClock = wallClock;
  const epoch = from.ledger().epoch().id;
  const before = sealed.get(to.code);
  const previous = before?.epoch === epoch ? before.hash : null;
  sealed.set(to.code, { epoch, sequence, hash });
  return { fileName, content, hash, epoch, sequence, previous };
}

/** Into the drawer of whom it is for; some are lost on the way, and some are there twice. */
export function send(trial: Trial, from: Desk, to: Desk, stick: Stick): void {
  const { chance, drawers, lost } = trial;
  if (chance.happens(0.2)) {
    note(trial, 'lost');
    lost.set(from.code, (lost.get(from.code) ?? new Set()).add(stick.hash));
    return;
  }
  const drawer = drawers.get(to.code) ?? [];
  drawers.set(to.code, drawer);
  drawer.push(stick);
  if (chance.happens(0.15)) drawer.push(stick);
}

/** Some of the drawer, in any order; now and then one of them is kept to be brought again. */
export async function deliver(trial: Trial, to: Desk): Promise<void> {
  const { chance, drawers } = trial;
  const drawer = chance.shuffled(drawers.get(to.code) ?? []);
  const arriving = drawer.filter(() => chance.happens(0.5));
  drawers.set(
    to.code,
    drawer.filter((stick) => !arriving.includes(stick) || chance.happens(0.1)),
  );
  if (arriving.length > 0) await take(trial, to, arriving);
}
