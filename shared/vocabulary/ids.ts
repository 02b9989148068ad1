declare const brand: unique symbol;
type Id<Noun extends string> = string & { readonly [brand]: Noun };

/** UUIDs, lower case with hyphens. A pseudonymous person at a group has the 32 hex digits of the pseudonym. */
export type OfficeId = Id<'office'>;
export type AccountId = Id<'account'>;
export type UnitId = Id<'unit'>;
export type PersonId = Id<'person'>;
export type SessionId = Id<'session'>;
export type RoundId = Id<'round'>;
export type FilingId = Id<'filing'>;
export type ItemId = Id<'item'>;
