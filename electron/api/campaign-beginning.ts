import type { Preset } from '../../shared/contract/preset.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { unsentRecipients } from '../exchange/unsent.ts';
import { currentCampaign } from '../registers/campaign/campaign-register.ts';
import { beginCampaign } from '../registers/campaign/closed-books.ts';
import { carryRoster, countRoster } from '../registers/personnel/carry-roster.ts';
import { countItems } from '../registers/rectification/category-uses.ts';
import { countFilings } from '../registers/self-inspection/category-uses.ts';
import { createRound } from '../registers/self-inspection/self-inspection-register.ts';
import { countSessions } from '../registers/study/campaign-uses.ts';
import type { Readable, Write } from '../store/handles.ts';
import { heldBy } from './campaign-told.ts';

/** What beginning another campaign closes, carries over and leaves open. */
export function beginningTold(db: Readable, office: number, today: string, content: Preset) {
  const sessions = countSessions(db, office);
  const filings = countFilings(db, office);
  const items = countItems(db, office);
  return {
    begins: heldBy(content),
    closes: {
      name: currentCampaign(db, office).content.name,
      ...{ sessions: sessions.all, filings: filings.all, items: items.all },
      ...{ openSessions: sessions.open, openFilings: filings.open, openItems: items.open },
    },
    carries: countRoster(db, office, today),
    unsent: unsentRecipients(db, office),
  };
}

interface Asked {
  readonly rev: number;
  readonly content: Preset;
  readonly carryRoster: boolean;
}

/** Another campaign in new books, with its rounds, and with the roster of the old ones if it is asked for. */
export function beginAnother(write: Write, asked: Asked) {
  return beginCampaign(write, asked, (closed) => {
    if (asked.carryRoster) write.record({ carried: carryRoster(write, closed) });
    for (const { name, beginsOn, endsOn } of asked.content.rounds) {
      createRound(write, { name, beginsOn: calendarDate(beginsOn), endsOn: calendarDate(endsOn) });
    }
  });
}
