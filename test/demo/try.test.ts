import { it } from 'vitest';
import { demoOffice } from './demo-office.ts';

it('try', async () => {
  const o = await demoOffice();
  const t = performance.now();
  console.log(
    await o.client.office.fillDemo({
      people: Number(process.env.P ?? 120),
      sessions: Number(process.env.S ?? 20),
      seed: 7,
    }),
  );
  console.log((performance.now() - t).toFixed(0), 'ms');
  const s = await o.client.study.sessions({ state: 'approved', limit: 3 });
  const f = await o.client.figures.asOf({ asOf: '2021-06-30' as never, session: s.sessions[0]!.id });
  console.log(JSON.stringify(f, null, 1));
  const { registers } = await o.client.exchange.dump({ reason: 'x' });
  for (const r of registers) console.log(r.name, r.rows.length, JSON.stringify(r.rows.slice(0, 3)));
  for (const n of ['people', 'sessions', 'items', 'filings', 'filingItems', 'postings', 'attendance']) {
    const r = registers.find((x) => x.name === n)!;
    const at = (c: string) => r.columns.indexOf(c);
    for (const c of [
      'state',
      'source',
      'disposition',
      'status',
      'mark',
      'makeup',
      'form',
      'staffing',
      'post',
    ]) {
      if (at(c) < 0) continue;
      const counts: Record<string, number> = {};
      for (const row of r.rows) counts[String(row[at(c)])] = (counts[String(row[at(c)])] ?? 0) + 1;
      console.log(n, c, JSON.stringify(counts));
    }
  }
  const p = registers.find((x) => x.name === 'people')!;
  console.log(
    p.rows.map((r) => r[p.columns.indexOf('name')] + (r[p.columns.indexOf('disambiguator')] ?? '')).join(' '),
  );
  o.close();
}, 600000);
