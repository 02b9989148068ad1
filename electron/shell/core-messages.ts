/**
 * What shell and core say to each other. No data of any register is in it: those pass over ports, of which each
 * `port` and each `{ parser }` brings one.
 */
export type ShellMessage = 'port' | 'lock' | ParserNews;

/** Of the parser's process of this number: its port, or how it ended. */
export type ParserNews = { readonly parser: number } | { readonly ended: number; readonly code: number };

/** `locked` answers `lock`, once the file is closed. */
export type CoreMessage = 'locked' | ParserWish;

/** Processes are the shell's to start and to end; the core numbers those it asks for. */
export type ParserWish = { readonly start: number } | { readonly end: number };
