/**
 * Told by long work between its parts, never inside a transaction: whoever asks meanwhile is answered.
 * @param total 0 when nobody can know it
 * @param cancellable false from where the work is carried through; true when left out
 * @throws Refusal `cancelled`, and `not_signed_in` when the ledger was locked meanwhile
 */
export type Advance = (step: string, done: number, total: number, cancellable?: boolean) => Promise<void>;
