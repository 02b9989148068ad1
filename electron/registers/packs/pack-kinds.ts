import type { PackKind } from '../../../shared/vocabulary/pack-words.ts';
import { filingPacks } from './filing-packs.ts';
import type { PackRegister } from './pack-kind.ts';
import { rosterPacks } from './roster-packs.ts';
import { signInPacks } from './sign-in-packs.ts';

/** The one table of kinds: what is new about another kind stands in its own file. */
export const PACK_REGISTERS: Readonly<Record<PackKind, PackRegister>> = {
  roster: rosterPacks,
  signIn: signInPacks,
  selfInspection: filingPacks,
};
