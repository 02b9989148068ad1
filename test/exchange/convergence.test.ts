import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIGURE_IDS } from '../../shared/vocabulary/words.ts';
import { lastingScratch } from '../support/scratch.ts';
import { booksExpected, booksHeld } from './books.ts';
import { checkAll, type District, figuresSeen, foundDistrict, run } from './convergence.ts';
import { chanceOf } from './county-work.ts';
import { importing } from './forge.ts';
import { soleOffice } from './sole-office.ts';

const scratch = lastingScratch();
let district: District;

beforeAll(async () => {
  district = await foundDistrict(scratch.folder, 3);
});

afterAll(() => {
  for (const office of [district.group, ...district.counties]) office.lock();
  scratch.remove();
});

describe('offices and their group', () => {
  // eight runs of three offices that seal six bundles each
  it('[X8][X21][X31] agree in books and figures, whatever is lost, doubled, late or wrongly dated', async () => {
    for (let seed = 1; seed <= 8; seed += 1) {
      await run(district, chanceOf(seed), 6, 10);
      await checkAll(district);
    }
    const { seen } = district;
    for (const what of ['applied', 'lost', 'duplicate', 'superseded', 'notApplicable'])
      expect([what, (seen[what] ?? 0) > 1]).toEqual([what, true]);
    const empty = Object.entries(await figuresSeen(district)).filter(([, isSeen]) => !isSeen);
    expect(empty.map(([id]) => id)).toEqual(FIGURE_IDS.filter((id) => id === 'attendanceRate'));
  }, 120_000);

  it('[X8] end alike by a chain of incremental bundles and by one full bundle', async () => {
    for (const county of district.counties) {
      const full = await soleOffice(scratch.folder, `full-${county.code}`, { role: 'group' });
      await full.client.exchange.trust({ content: (await county.client.exchange.ownKeys()).content });
      await county.client.exchange.trust({ content: (await full.client.exchange.ownKeys()).content });
      const { content, fileName } = await county.client.exchange.exportBundle({ recipient: full.id });
      expect(await importing(full, [{ content, fileName }])).toMatchObject([{ outcome: 'applied' }]);
      expect(booksHeld(full.ledger(), county.code)).toEqual(booksExpected(county.ledger()));
      expect(booksHeld(full.ledger(), county.code)).toEqual(booksHeld(district.group.ledger(), county.code));
      full.lock();
    }
  });
});
