import { create } from 'zustand';
import type { AccountRole, InstallationRole } from '../../shared/vocabulary/words.ts';
import type { Core } from './core.ts';

export type Identity = Awaited<ReturnType<Core['office']['identity']>>;

interface Session {
  /** Who is signed in; null while locked. */
  readonly identity: Identity | null;
  /** Whoever was signed in before the lock, so that the same person finds the name filled in. */
  readonly lastName: string | null;
  /** That account's id, under which its drafts are kept. */
  readonly lastId: string | null;
  readonly lastRole: InstallationRole | null;
  readonly signedIn: (identity: Identity) => void;
  readonly locked: () => void;
}

export const useSession = create<Session>((set) => ({
  identity: null,
  lastName: null,
  lastId: null,
  lastRole: null,
  signedIn: (identity) =>
    set({
      identity,
      lastName: identity.account?.name ?? null,
      lastId: identity.account?.id ?? null,
      lastRole: identity.role,
    }),
  locked: () => set({ identity: null }),
}));

/**
 * The identity of whoever is signed in, for pages that stand inside the frame.
 * @throws Error outside it
 */
export function useIdentity(): Identity {
  const identity = useSession((session) => session.identity);
  if (!identity) throw new Error('no session');
  return identity;
}

/** The recovery code opens without an account, as an administrator. */
const BY_RECOVERY: readonly AccountRole[] = ['administrator'];

/** Whether the signed-in account has one of the roles. */
export function useMay(...roles: readonly AccountRole[]): boolean {
  const identity = useSession((session) => session.identity);
  const held = identity?.account?.roles ?? (identity ? BY_RECOVERY : []);
  return held.some((role) => roles.includes(role));
}
