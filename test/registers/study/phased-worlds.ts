import type { Write } from '../../../electron/store/handles.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { FigureRecords } from '../../support/figures-oracle.ts';
import { fc } from '../../support/properties.ts';
import { alone, type Desk } from './study-desk.ts';
import { daysThatMatter, playWorld, type WorldShape, worldShape } from './study-world.ts';

const PHASES = ['study', 'inspection', null];
export const phaseOf = (index: number) => PHASES[index % PHASES.length]!;
/** Only these units have a kind of their own; those below take theirs. */
export const KINDS = ['court', 'publicSecurity', null, null];

export interface World {
  readonly write: Write;
  readonly shape: WorldShape;
  readonly records: FigureRecords;
  readonly units: string[];
  readonly asOf: CalendarDate;
}

/** Plays worlds on the real ledger, with phases and kinds of units; each is rolled back. */
export function inWorlds(desk: Desk, runs: number, check: (world: World) => void): void {
  const property = fc.property(worldShape, fc.nat(), (shape, pick) => {
    desk.store.rehearse(alone.account, (write) => {
      const records = playWorld(write, shape);
      for (const [index, { id }] of records.sessions.entries())
        write.run('UPDATE study_session SET phase = ? WHERE id = ?', phaseOf(index), id);
      const units = KINDS.map((kind, index) => {
        write.run('UPDATE unit SET kind = ? WHERE name = ?', kind, `单位${index}`);
        return write.get<{ id: string }>('SELECT id FROM unit WHERE name = ?', `单位${index}`)!.id;
      });
      const days = daysThatMatter(records);
      check({ write, shape, records, units, asOf: days[pick % days.length]! });
    });
  });
  fc.assert(property, { numRuns: runs });
}
