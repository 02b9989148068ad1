import { core } from '../../state/core.ts';
import { readBase64 } from '../../ui/file-content.ts';
import type { BundleRow } from './exchange-queries.ts';
import { type Round, roundsOf, withResult } from './import-rounds.ts';

/** Files that the page was given, or a folder that the core reads by itself. */
export type Chosen = { readonly files: readonly File[] } | { readonly path: string };

export interface Desk {
  readonly bundles: readonly BundleRow[];
  readonly applied: boolean;
  /** It was cancelled between two offices. */
  readonly stopped: boolean;
  readonly others: number;
  readonly beyond: number;
}

export interface Batch {
  readonly chosen: Chosen;
  readonly apply: boolean;
  readonly dropReason: string | undefined;
  /** What the rehearsal said; empty for the rehearsal itself. */
  readonly bundles: readonly BundleRow[];
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly name: string;
  readonly bundles: readonly BundleRow[];
}

export async function rehearsed({ chosen, dropReason }: Batch, signal: AbortSignal): Promise<Desk> {
  if ('path' in chosen) {
    const answer = await core.exchange.importFolder({ path: chosen.path, dropReason }, { signal });
    return { ...answer, stopped: false };
  }
  const files = await contentsOf(chosen.files);
  const { bundles } = await core.exchange.importBundles({ files, dropReason }, { signal });
  return { bundles, applied: false, stopped: false, others: 0, beyond: 0 };
}

/**
 * One office after another, each in a call of its own: whoever cancels stops before the next one, and what was taken
 * in stays.
 */
export async function takenIn(
  { chosen, dropReason, bundles }: Batch,
  signal: AbortSignal,
  tell: (progress: Progress) => void,
): Promise<Desk> {
  const rounds = roundsOf(bundles);
  let lines = bundles;
  for (const [done, round] of rounds.entries()) {
    tell({ done, total: rounds.length, name: round.name, bundles: lines });
    if (signal.aborted) return { bundles: lines, applied: true, stopped: true, others: 0, beyond: 0 };
    lines = withResult(lines, round, await takeRound(chosen, round, dropReason));
  }
  return { bundles: lines, applied: true, stopped: false, others: 0, beyond: 0 };
}

async function takeRound(
  chosen: Chosen,
  { fileNames }: Round,
  dropReason: string | undefined,
): Promise<readonly BundleRow[]> {
  if ('path' in chosen) {
    const folder = { path: chosen.path, names: [...fileNames], apply: true, dropReason };
    return (await core.exchange.importFolder(folder)).bundles;
  }
  const files = await contentsOf(chosen.files.filter(({ name }) => fileNames.includes(name)));
  return (await core.exchange.importBundles({ files, apply: true, dropReason })).bundles;
}

async function contentsOf(files: readonly File[]) {
  return Promise.all(files.map(async (file) => ({ fileName: file.name, content: await readBase64(file) })));
}
