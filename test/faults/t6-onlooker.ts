/** Taking in, under the eyes of somebody who knows what happened. */
import assert from 'node:assert/strict';
import type { Desk, Stick } from './t6-district.ts';
import { isStruck, type Line, note, type Trial } from './t6-state.ts';

/** What may be said of a bundle once one of its two sides was put back to older books. */
const NAMED: ReadonlySet<string | null> = new Set([
  'bundle_fork',
  'sender_quarantined',
  'ack_mismatch',
  'bundle_base_mismatch',
  'epoch_drops_items',
  'bundle_key_out_of_turn',
  'bundle_signature_wrong',
  'bundle_sender_revoked',
]);

/** Applies the sticks, now and then after a rehearsal that has to foretell it, and looks whether all is named. */
export async function take(trial: Trial, to: Desk, sticks: readonly Stick[]): Promise<readonly Line[]> {
  const files = sticks.map(({ content }, at) => ({ fileName: `${at}`, content }));
  const asked = { files, dropReason: '已与对方核对' };
  const rehearsed = trial.chance.happens(0.05) ? await importing(to, asked, false) : null;
  const lines = await importing(to, asked, true);
  if (rehearsed) {
    const foretold = rehearsed.map((line) => ({
      ...line,
      outcome: line.outcome === 'applicable' ? 'applied' : line.outcome,
    }));
    assert.deepEqual(foretold, lines, 'a rehearsal that does not foretell');
  }
  for (const line of lines) look(trial, to, line, sticks[Number(line.fileName)]!);
  return lines;
}

async function importing(
  to: Desk,
  asked: { files: { fileName: string; content: string }[]; dropReason: string },
  apply: boolean,
) {
  return (await to.sole.client.exchange.importBundles({ ...asked, apply })).bundles;
}

function look(trial: Trial, to: Desk, line: Line, stick: Stick): void {
  const from = senderOf(trial, to, line, stick);
  note(trial, line.outcome === 'refused' ? String(line.problem) : line.outcome);
  const { added, changed, unchanged, withheld, refused, total } = line;
  assert.equal(added + changed + unchanged + withheld + refused, total, 'counts that do not add up');
  const struck = isStruck(from) || isStruck(to);
  const clean = line.problem === (line.outcome === 'early' ? 'bundle_early' : null);
  assert.ok(
    clean || (struck && NAMED.has(line.problem)),
    `${line.problem} of a bundle with which nothing is wrong`,
  );
  if (line.outcome === 'early') lookAtGap(to, from, line, stick);
  if (line.outcome !== 'applied' && line.outcome !== 'superseded') return;
  const known = to.taken.get(from.code) ?? [];
  for (const other of known) lookForFork(stick, other);
  to.taken.set(from.code, [...known, stick]);
}

/** Who waits names the number after the last one taken: that one must really not have come. */
function lookAtGap(to: Desk, from: Desk, { waitsFor }: Line, stick: Stick): void {
  const known = (to.taken.get(from.code) ?? []).filter(({ epoch }) => epoch === stick.epoch);
  const last = Math.max(0, ...known.map(({ sequence }) => sequence));
  assert.ok(waitsFor !== null && waitsFor > 0, 'a gap without a number');
  assert.ok(
    known.every(({ sequence }) => sequence !== waitsFor) || from.parted,
    `waits for ${waitsFor}, which is there`,
  );
  assert.ok(waitsFor === last + 1 || waitsFor === 1 || from.parted, `waits for ${waitsFor} after ${last}`);
}

/** Two bundles that one history cannot hold are never both taken, where they stand beside each other. */
function lookForFork(one: Stick, other: Stick): void {
  if (one.epoch !== other.epoch || one.hash === other.hash) return;
  assert.notEqual(one.sequence, other.sequence, 'two bundles of one number, both taken');
  const [first, second] = one.sequence < other.sequence ? [one, other] : [other, one];
  const linked = second.sequence !== first.sequence + 1 || second.previous === first.hash;
  assert.ok(linked, 'two neighbours that do not link, both taken');
}

function senderOf({ group, counties }: Trial, to: Desk, line: Line, { fileName }: Stick): Desk {
  if (to !== group) return group;
  const code = line.office ?? fileName.slice(0, 6);
  const county = counties.find((one) => one.code === code);
  assert.ok(county, `a line of nobody: ${code}`);
  return county;
}
