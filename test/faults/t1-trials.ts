import assert from 'node:assert/strict';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { verifySummary } from '../../electron/registers/study/study-summary.ts';
import type { OpenLedger } from '../../electron/store/ledger-store.ts';
import { accountOf, passwordAfter, passwordBefore } from './account-writes.ts';
import { type FaultDesk, faultDesk, initialize, open, PASSWORD, USER } from './fault-desk.ts';
import { type Job, killed, type Told } from './killed-process.ts';
import { registerDigest } from './register-digest.ts';
import { playStream, STREAM_LENGTH } from './write-stream.ts';

/** Trials of one kind, ready to be repeated. */
export interface Trials {
  /** What each of them copies. */
  readonly template: string;
  readonly job: Omit<Job, 'place'>;
  /** Milliseconds that the worker needs when nobody kills it. */
  readonly window: number;
  /** Opens what the killed worker left. @returns where the kill fell; throws what is wrong */
  check(place: string, told: Told): Promise<string>;
}

/**
 * A stream of writes in every register. The same stream, written once without a kill, says what the folder must
 * hold after each of them: all of it, in every table, and nothing else.
 */
export async function writeTrials(place: string, seed: number): Promise<Trials> {
  const template = await newTemplate(join(place, 'template'));
  const uncut = join(place, 'uncut');
  cpSync(template, uncut, { recursive: true });
  const desk = faultDesk(uncut, String(seed));
  const states: string[] = [];
  const heads: number[] = [];
  const look = () => {
    states.push(ledgerOf(desk).read(registerDigest));
    heads.push(ledgerOf(desk).auditHead().seq);
  };
  await playStream(desk, seed, { starts: (number) => number === 1 && look(), ends: look });
  const job = { name: 'writes', seed: String(seed) } as const;
  const { lasted: window, answers } = await rehearsed(template, place, job);
  assert.equal(answers.size, STREAM_LENGTH);
  const oneEach = heads.map((_, number) => (heads[0] ?? 0) + number);
  assert.deepEqual(heads, oneEach, 'each write has one audit row');
  return {
    template,
    job,
    window,
    async check(folder, told) {
      const left = faultDesk(folder, 'afterwards');
      await open(left);
      const written = wholeAndSound(left) - (heads[0] ?? 0);
      const possible = told.started > told.ended ? [told.ended, told.ended + 1] : [told.ended];
      assert.ok(possible.includes(written), `${written} writes are there, ${told.ended} were acknowledged`);
      assert.equal(
        ledgerOf(left).read(registerDigest),
        states[written],
        `not the state after ${written} writes`,
      );
      await goesOn(left);
      if (told.started === told.ended) return 'between writes';
      return written > told.ended ? 'after a commit' : 'before a commit';
    },
  };
}

/** An office that is just being set up: it is there, or can be set up again. */
export async function creationTrials(place: string, seed: number): Promise<Trials> {
  const template = join(place, 'template');
  mkdirSync(join(template, 'data'), { recursive: true });
  const job = { name: 'creation', seed: String(seed) } as const;
  const { lasted: window } = await rehearsed(template, place, job);
  return {
    template,
    job,
    window,
    async check(folder, told) {
      const left = faultDesk(folder, 'afterwards');
      const { initialized } = await left.client.office.status();
      assert.ok(initialized || told.ended === 0, 'an office that was set up is not there');
      if (initialized) await open(left);
      else await initialize(left);
      wholeAndSound(left);
      const rounds = await left.client.selfInspection.rounds({});
      assert.ok(rounds.length > 0, 'an office without its campaign');
      await goesOn(left);
      return initialized ? 'creation, whole' : 'creation, again';
    },
  };
}

/** Changes of a password and new accounts: the old or the new opens, never neither, and never both. */
export async function accountTrials(place: string, seed: number): Promise<Trials> {
  const template = await newTemplate(join(place, 'template'));
  const job = { name: 'accounts', seed: String(seed) } as const;
  const { lasted: window } = await rehearsed(template, place, job);
  return {
    template,
    job,
    window,
    async check(folder, told) {
      const left = faultDesk(folder, 'afterwards');
      const [acknowledged, asked] = [passwordAfter(told.ended), passwordAfter(told.started)];
      if (told.ended > 0)
        assert.ok(!(await opensWith(left, passwordBefore(told.ended))), 'an old password opens');
      const opened = await opensWith(left, acknowledged);
      assert.ok(opened || asked !== acknowledged, 'the password does not open');
      assert.ok(opened || (await opensWith(left, asked)), 'neither password opens');
      wholeAndSound(left);
      await goesOn(left, false);
      const adding = told.started > told.ended && told.started % 2 === 0;
      if (adding) await completeAccount(left, told.started);
      for (let number = 2; number <= told.started; number += 2) {
        const { name, password, roles } = accountOf(number);
        await open(left, name, password);
        const { account } = await left.client.office.identity();
        assert.deepEqual(account?.roles, roles);
      }
      await left.client.office.lock();
      if (told.started === told.ended) return 'between account writes';
      return adding ? 'in a new account' : `in a new password, ${opened ? 'old' : 'new'}`;
    },
  };
}

/** An account whose addition was cut off is there, or can be added. */
async function completeAccount({ client }: FaultDesk, number: number): Promise<void> {
  const { name, roles, password } = accountOf(number);
  await client.office.addAccount({ name, roles: [...roles], password }).catch((error: unknown) => {
    assert.equal((error as { code?: unknown }).code, 'account_exists');
  });
}

async function opensWith(desk: FaultDesk, password: string): Promise<boolean> {
  try {
    await open(desk, USER, password);
    return true;
  } catch (error) {
    assert.equal((error as { code?: unknown }).code, 'wrong_password');
    return false;
  }
}

/** @returns the number of the last write in the history */
function wholeAndSound(desk: FaultDesk): number {
  const ledger = ledgerOf(desk);
  assert.equal(ledger.readOnlyBecause, undefined);
  assert.deepEqual(ledger.warnings(), []);
  const { head } = ledger.verify();
  assert.equal(
    ledger.read((db) => verifySummary(db, ledger.office)),
    0,
    'sums that are not those of the rows',
  );
  return head.seq;
}

/** Work can go on, and what is written now is there when it is opened again. */
async function goesOn(desk: FaultDesk, close = true): Promise<void> {
  const { id } = await desk.client.personnel.createUnit({ name: '事后新建单位' });
  const units = await desk.client.personnel.units({});
  assert.ok(units.some((unit) => unit.id === id));
  if (close) await desk.client.office.lock();
}

/** An office with its keys, one party to send bundles to, and nothing else. */
async function newTemplate(template: string): Promise<string> {
  const desk = faultDesk(template, 'template');
  await initialize(desk);
  await trustGroup(desk, template);
  await desk.client.office.lock();
  return template;
}

/** Beside the folder of an open office: a group, so that bundles can be sealed for it. */
export async function trustGroup(desk: FaultDesk, template: string): Promise<void> {
  const elsewhere = faultDesk(`${template}-group`, 'group');
  const group = { role: 'group', code: '530100', name: '市指导组' } as const;
  await elsewhere.client.office.initialize({ ...group, user: USER, password: PASSWORD, singleAccount: true });
  const { content } = await elsewhere.client.exchange.ownKeys();
  await desk.client.exchange.trust({ content });
  await elsewhere.client.office.lock();
}

/** The worker once without a kill in its work: how long it takes, and that it ends. */
async function rehearsed(template: string, place: string, job: Omit<Job, 'place'>): Promise<Told> {
  const copy = join(place, 'rehearsed');
  cpSync(template, copy, { recursive: true });
  return await killed({ ...job, place: copy });
}

function ledgerOf({ host }: FaultDesk): OpenLedger {
  assert.ok(host.ledger, 'the ledger is locked');
  return host.ledger;
}
