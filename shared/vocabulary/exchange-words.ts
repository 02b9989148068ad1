/** How a medium is formatted, as far as it matters for what is written to it; null elsewhere: not known. */
export const FILE_SYSTEMS = ['fat', 'exfat', 'ntfs', 'other'] as const;
export type FileSystem = (typeof FILE_SYSTEMS)[number];

/**
 * What a bundle file on a medium is to us: the newest that we sealed for its recipient, one that we sealed before
 * it, what an interrupted writing left, one that we have taken in or put aside, anything else.
 */
export const FILES_ON_MEDIUM = ['current', 'older', 'unfinished', 'received', 'foreign'] as const;
export type FileOnMedium = (typeof FILES_ON_MEDIUM)[number];

/**
 * How far a bundle of ours has come. `superseded`: not countersigned itself, but the recipient has, or only takes,
 * a later one, which holds what it held.
 */
export const SENT_STATES = ['sealed', 'written', 'delivered', 'acknowledged', 'superseded'] as const;
export type SentState = (typeof SENT_STATES)[number];
