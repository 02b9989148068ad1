import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REGISTER_TABLES } from '../../electron/exchange/load-schema-sql.ts';
import { CATALOGUE, tableReferred } from '../../electron/exchange/report-catalogue.ts';
import { FIGURE_RULES, type FigureRule } from '../../shared/rules/figures.ts';
import { addDays } from '../../shared/vocabulary/dates.ts';
import { FIGURE_IDS } from '../../shared/vocabulary/words.ts';
import { type Chance, chanceOf, FIRST_DAY, settleCounty, work } from '../exchange/county-work.ts';
import { importing, type Stick, seal } from '../exchange/forge.ts';
import { loading } from '../exchange/loading.ts';
import { type SoleOffice, soleOffice, soleOfficeIn, trustEachOther } from '../exchange/sole-office.ts';
import { figuresQuery } from './postgres-figures.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from './postgres-server.ts';
import type { Row } from './row.ts';

export interface PostgresOptions {
  readonly trials: number;
  readonly seed: number;
  /** Folder of PostgreSQL's programs; null: as where there are none. */
  readonly bin?: string | null | undefined;
}

const COUNTIES = 3;
const ROUNDS = 4;
const STEPS = 45;
const DAYS = [0, 20, 45, 60, 80, 120, 400].map((after) => addDays(FIRST_DAY, after));
const RULES: Readonly<Record<string, FigureRule>> = FIGURE_RULES;
/** What a group has of an office without naming a session. */
const FIGURES = FIGURE_IDS.filter((id) => RULES[id]?.of !== 'session' && !RULES[id]?.stays);

/**
 * Counties' bundles, loaded by `load.sql` into a real PostgreSQL, give in plain SQL the figures that their group has.
 * Before the last bundles, after them, and after a county began anew; loaded twice, and older ones afterwards, they
 * change nothing. A trial counts when increments were loaded and a figure is neither nothing nor everything.
 */
export async function runPostgres(options: PostgresOptions): Promise<Row> {
  const { trials, bin = postgresPrograms() } = options;
  const began = performance.now();
  const failures: string[] = [];
  const fell = new Map<string, number>();
  let injected = 0;
  let what = 'figures in SQL over ledger load = figures of the group';
  if (!bin) failures.push('NOTHING WAS TESTED: there is no PostgreSQL here (apt-get install postgresql)');
  const root = mkdtempSync(join(tmpdir(), 'ledger-postgres-'));
  const cluster = mkdtempSync(join(tmpdir(), 'ledger-cluster-'));
  const server = bin ? await startPostgres(bin, cluster) : undefined;
  try {
    if (server) what += ` (PostgreSQL ${server.version})`;
    for (let trial = 0; server && trial < trials; trial += 1) {
      const world = new Trial(server, join(root, String(trial)), (line) =>
        failures.push(`trial ${trial}: ${line}`),
      );
      const seen = await world.play(chanceOf(options.seed * 10_000 + trial));
      for (const [name, count] of seen) fell.set(name, (fell.get(name) ?? 0) + count);
      if ((seen.get('increments') ?? 0) > 0 && FIGURES.some((id) => seen.has(id))) injected += 1;
    }
  } finally {
    await server?.stop();
    for (const folder of [root, cluster]) rmSync(folder, { recursive: true, force: true });
  }
  const seconds = (performance.now() - began) / 1000;
  return { id: 'postgres', what, trials, injected, failures, seconds, fell };
}

/** All that the text format of COPY gives a meaning to, and a character beyond the basic plane. */
const ODD_TEXT = '\\N\t\\.\n\\\\ "\'\r\n“𠮷” \\t';

async function issueOddItem({ client }: SoleOffice): Promise<void> {
  const [unit] = await client.personnel.units({});
  const fields = { source: 'officeInspection', category: 'cases-not-handled', measures: ODD_TEXT } as const;
  const people = {
    unit: unit?.id ?? null,
    leader: '责任领导庚',
    owner: '责任人辛',
    dueOn: addDays(FIRST_DAY, 90),
  };
  const { id, rev } = await client.rectification.draftItem({ ...fields, ...people, problem: ODD_TEXT });
  await client.rectification.moveItem({ id, rev, move: 'issue' });
}

const SPOILED = 'DELETE FROM attendance; DELETE FROM "itemMove"; DELETE FROM "actionMove";';

/** One district, and a schema of its own in the database. */
class Trial {
  readonly #server: PostgresServer;
  readonly #folder: string;
  readonly #fails: (what: string) => void;
  readonly #seen = new Map<string, number>();

  constructor(server: PostgresServer, folder: string, fails: (what: string) => void) {
    this.#server = server;
    this.#folder = folder;
    this.#fails = fails;
  }

  async play(chance: Chance): Promise<ReadonlyMap<string, number>> {
    mkdirSync(join(this.#folder, 'files'), { recursive: true });
    this.#sql('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    const group = await soleOffice(this.#folder, '530100', { role: 'group' });
    const counties: SoleOffice[] = [];
    for (let number = 1; number <= COUNTIES; number += 1) {
      const county = await soleOffice(this.#folder, `53010${number}`);
      await trustEachOther(county, group);
      await settleCounty(county);
      counties.push(county);
    }
    try {
      await this.#bundles(group, counties, chance);
    } finally {
      for (const office of [group, ...counties]) office.lock();
      rmSync(this.#folder, { recursive: true, force: true });
    }
    return this.#seen;
  }

  async #bundles(group: SoleOffice, counties: readonly SoleOffice[], chance: Chance): Promise<void> {
    const all: Stick[] = [];
    for (const county of counties) await issueOddItem(county);
    let early: Stick[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const county of counties) {
        await work(county, chance, STEPS);
        const stick = await seal(county, chance.happens(0.15));
        all.push(stick);
        await importing(group, [stick]);
        // not every stick comes back: the next bundle then reaches further back
        if (chance.happens(0.7)) await this.#answer(group, county);
      }
      if (round !== 1) continue;
      early = [...all];
      await this.#load('half of them', group, early);
      await this.#compare('half of them', group, counties);
    }
    await this.#load('all', group, chance.shuffled([...all, ...all]));
    await this.#compare('all', group, counties);
    const odd = this.#sql(`SELECT count(*) FROM item WHERE problem = $odd$${ODD_TEXT}$odd$`).trim();
    if (odd !== String(COUNTIES)) this.#fails(`${odd} texts came through as they were written`);
    await this.#changesNothing('twice', group, all);
    await this.#changesNothing('older', group, early);
    this.#refusesAFork();
    const anew = await this.#beginAnew(chance.of(counties), group, chance);
    await this.#load('anew', group, [...all, anew]);
    await this.#compare('anew', group, counties);
    await this.#changesNothing('before anew', group, all);
    const [one] = counties;
    if (one) await this.#otherHistory(one, group, [...all, anew]);
    await this.#compare('full, after another history', group, counties);
    this.#followReferences();
    if ((await this.#differences(group, counties, SPOILED)).length === 0)
      this.#fails('marks and moves that are gone were not missed');
  }

  async #answer(group: SoleOffice, county: SoleOffice): Promise<void> {
    const { fileName, content } = await group.client.exchange.exportBundle({ recipient: county.id });
    await importing(county, [{ fileName, content }]);
  }

  /** A county goes back to an old data folder, works on, and seals. */
  async #beginAnew(county: SoleOffice, group: SoleOffice, chance: Chance): Promise<Stick> {
    const old = `${county.folder}-old`;
    county.lock();
    cpSync(county.folder, old, { recursive: true });
    await county.unlock();
    await work(county, chance, STEPS);
    county.lock();
    rmSync(county.folder, { recursive: true });
    cpSync(old, county.folder, { recursive: true });
    await county.unlock();
    await county.client.office.acceptHistoryLoss({ reason: '用旧数据恢复' });
    await work(county, chance, STEPS);
    const stick = await seal(county);
    const [line] = await importing(group, [stick], true, '数据盘损坏');
    if (line?.outcome !== 'applied') this.#fails(`the new epoch is ${line?.outcome} ${line?.problem}`);
    this.#note('new epochs', 1);
    return stick;
  }

  /** A copy of a county's books speaks once; then the county itself tells everything. */
  async #otherHistory(county: SoleOffice, group: SoleOffice, known: readonly Stick[]): Promise<void> {
    const folder = `${county.folder}-twin`;
    county.lock();
    cpSync(county.folder, folder, { recursive: true });
    await county.unlock();
    const twin = soleOfficeIn(folder, `${folder}-pc`, county.code, county.ports.clock.today());
    await twin.unlock();
    try {
      await issueOddItem(twin);
      await this.#take('another history', group, known, await seal(twin));
    } finally {
      twin.lock();
    }
    for (let lost = 0; lost < 3; lost += 1) {
      await issueOddItem(county);
      await seal(county);
    }
    await this.#take('full, after another history', group, [], await seal(county, true));
    this.#note('other histories', 1);
  }

  async #take(when: string, group: SoleOffice, known: readonly Stick[], stick: Stick): Promise<void> {
    const [line] = await importing(group, [stick], true, '另一份数据作废');
    if (line?.outcome !== 'applied') this.#fails(`${when}: ${line?.outcome} ${line?.problem}`);
    await this.#load(when, group, [...known, stick]);
  }

  async #load(when: string, group: SoleOffice, sticks: readonly Stick[]): Promise<void> {
    const { files, lines } = await loading(group, sticks);
    for (const { problem } of lines) if (problem !== null) this.#fails(`${when}: ${problem}`);
    const taken = lines.filter(({ outcome }) => outcome === 'applicable');
    this.#note('increments', taken.filter(({ baseRev }) => baseRev !== 0).length);
    const folder = join(this.#folder, 'files');
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    this.#server.psql(['--file', 'load.sql'], folder);
    this.#note('loads', 1);
  }

  async #changesNothing(when: string, group: SoleOffice, sticks: readonly Stick[]): Promise<void> {
    const before = this.#digest();
    await this.#load(when, group, sticks);
    if (this.#digest() !== before) this.#fails(`${when}: something changed`);
  }

  /** The files of the last load, as if the bundles of those numbers had been others. */
  #refusesAFork(): void {
    const before = this.#digest();
    const folder = join(this.#folder, 'files');
    const path = join(folder, 'bundle.copy');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/\t[0-9a-f]{64}\t/g, `\t${'0'.repeat(64)}\t`));
    try {
      this.#server.psql(['--file', 'load.sql'], folder);
      this.#fails('a fork was loaded');
    } catch (error) {
      if (!String(error).includes('bundle_fork')) throw error;
      this.#note('forks', 1);
    }
    if (this.#digest() !== before) this.#fails('a fork that was refused changed something');
  }

  /** Every row of every table. */
  #digest(): string {
    const tables = ['office', 'bundle', ...REGISTER_TABLES.map(({ name }) => name)];
    return this.#sql(
      tables
        .map(
          (name) => `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM "${name}" AS t`,
        )
        .join(' UNION ALL '),
    );
  }

  async #compare(when: string, group: SoleOffice, counties: readonly SoleOffice[]): Promise<void> {
    for (const difference of await this.#differences(group, counties, ''))
      this.#fails(`${when}: ${difference}`);
  }

  /** @param spoil statements whose effect the figures see, and nothing after them */
  async #differences(group: SoleOffice, counties: readonly SoleOffice[], spoil: string): Promise<string[]> {
    const inSql = this.#figures(spoil);
    const differences: string[] = [];
    for (const { code } of counties)
      for (const asOf of DAYS) {
        const { figures } = await group.client.figures.asOf({ asOf, office: code });
        for (const id of FIGURES) {
          const figure = figures[id];
          const told = figure ? `${figure.numerator}/${figure.denominator}` : 'missing';
          const found = inSql.get(`${code} ${asOf} ${id}`);
          if (told !== found) differences.push(`${id} of ${code} as of ${asOf} is ${told}, in SQL ${found}`);
          if (spoil !== '') continue;
          this.#note('figures', 1);
          if (figure && figure.numerator > 0 && figure.numerator < figure.denominator) this.#note(id, 1);
        }
      }
    return differences;
  }

  #figures(spoil: string): ReadonlyMap<string, string> {
    const lines = this.#sql(`BEGIN; ${spoil} ${figuresQuery(DAYS)}; ROLLBACK;`)
      .trim()
      .split('\n');
    return new Map(
      lines.map((line) => {
        const [code, day, figure, numerator, denominator] = line.split('|');
        return [`${code} ${day} ${figure}`, `${numerator}/${denominator}`];
      }),
    );
  }

  /** Ids that stand in place of ranks lead to rows of the same office. */
  #followReferences(): void {
    for (const [name, table] of Object.entries(CATALOGUE))
      for (const column of Object.keys(table.columns)) {
        const target = tableReferred(table, column);
        if (!target) continue;
        const [dangling, followed] = this.#sql(
          `SELECT count(*) FILTER (WHERE t.office IS NULL), count(*) FROM "${name}" AS r
           LEFT JOIN "${target}" AS t ON t.office = r.office AND t.id = r."${column}" WHERE r."${column}" IS NOT NULL`,
        )
          .trim()
          .split('|')
          .map(Number);
        this.#note('references', followed ?? 0);
        if (dangling !== 0) this.#fails(`${dangling} of ${name}.${column} lead nowhere`);
      }
  }

  #sql(statement: string): string {
    return this.#server.psql(['-At', '--command', statement]);
  }

  #note(what: string, count: number): void {
    if (count > 0) this.#seen.set(what, (this.#seen.get(what) ?? 0) + count);
  }
}
