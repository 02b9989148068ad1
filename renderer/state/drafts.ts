import { create } from 'zustand';

/**
 * What was typed and not saved, by account and form. In memory alone: it outlives a lock, a change of page and
 * another account's turn, and nothing of it is ever written to the disk outside the encrypted file.
 */
interface Drafts {
  readonly texts: Readonly<Record<string, unknown>>;
  readonly keep: (key: string, values: unknown) => void;
  readonly drop: (key: string) => void;
}

export const useDrafts = create<Drafts>((set) => ({
  texts: {},
  keep: (key, values) => set(({ texts }) => ({ texts: { ...texts, [key]: values } })),
  drop: (key) => set(({ texts }) => ({ texts: without(texts, key) })),
}));

export function draftKey(account: string, form: string): string {
  return `${account} ${form}`;
}

/** How many unsaved forms an account has; counts are all that the unlock page may tell. */
export function draftsOf(texts: Drafts['texts'], account: string): number {
  return Object.keys(texts).filter((key) => key.startsWith(`${account} `)).length;
}

function without(texts: Drafts['texts'], key: string): Drafts['texts'] {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => name !== key));
}
