declare const brand: unique symbol;
type Id<Noun extends string> = string & { readonly [brand]: Noun };

/** UUIDs, lower case with hyphens. */
export type OfficeId = Id<'office'>;
export type AccountId = Id<'account'>;
