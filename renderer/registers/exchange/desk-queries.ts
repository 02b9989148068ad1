import { type Core, core } from '../../state/core.ts';

export type LastImport = Awaited<ReturnType<Core['exchange']['undoableImports']>>[number];
export type Quarantine = Awaited<ReturnType<Core['exchange']['quarantine']>>;
export type Fork = Quarantine['forks'][number];
export type KeptBundle = Fork['standing'][number];
export type FallenBundle = Quarantine['fallen'][number];
export type TurnedAway = Quarantine['turnedAway'][number];
export type DoneWith = Quarantine['doneWith'][number];

export const deskQueries = {
  undoable: () => ({
    queryKey: ['exchange', 'undoable'],
    queryFn: () => core.exchange.undoableImports(),
  }),
  quarantine: () => ({ queryKey: ['exchange', 'quarantine'], queryFn: () => core.exchange.quarantine() }),
};
