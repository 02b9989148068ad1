/** How a party's keys came to be trusted: compared on paper, or by a rotation that the keys before had signed. */
export const KEY_ORIGINS = ['ceremony', 'rotation'] as const;
export type KeyOrigin = (typeof KEY_ORIGINS)[number];

/** What a file about keys says. */
export const KEY_MESSAGES = ['keys', 'rotation', 'revocation'] as const;

/** What an office has signed about its own keys to a party. */
export const KEY_RECORDS = ['rotation', 'revocation'] as const;
export type KeyRecordKind = (typeof KEY_RECORDS)[number];
