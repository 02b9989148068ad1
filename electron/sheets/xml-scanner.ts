import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { decodeEntities } from './xml-entities.ts';

/** Told what stands in an XML part, in its order. Positions in `bytes` hold during the call only. */
export interface XmlListener {
  /** `name` has no prefix here and in `closed`. */
  opened(name: string, attributes: XmlAttributes): void;
  closed(name: string): void;
  /** One text may come in several pieces; a literal one (CDATA) has no entities. */
  text(bytes: Buffer, from: number, until: number, isLiteral: boolean): void;
}

/** Markup that does not end within so many bytes is none that a spreadsheet program wrote. */
const LONGEST_MARKUP = 1024 * 1024;
const LONGEST_ENTITY = 16;
const [LESS, GREATER, SLASH, COLON, EQUALS, AMPERSAND, SEMICOLON] = [60, 62, 47, 58, 61, 38, 59];
const [QUOTE, APOSTROPHE, EXCLAMATION, QUESTION] = [34, 39, 33, 63];

/** Reads an XML part by its bytes, piece by piece: a sheet may be hundreds of megabytes. */
export class XmlScanner {
  readonly #listener: XmlListener;
  readonly #attributes = new XmlAttributes();
  #carried: Buffer | null = null;

  constructor(listener: XmlListener) {
    this.#listener = listener;
  }

  /** @throws Refusal sheet_damaged, and what the listener throws */
  take(chunk: Buffer): void {
    const window = this.#carried ? Buffer.concat([this.#carried, chunk]) : chunk;
    const done = this.#scan(window);
    this.#carried = done < window.length ? window.subarray(done) : null;
    if (window.length - done > LONGEST_MARKUP) throw new Refusal('sheet_damaged');
  }

  /** Where the first unfinished piece begins. */
  #scan(bytes: Buffer): number {
    let at = 0;
    while (at < bytes.length) {
      const next = bytes[at] === LESS ? this.#markup(bytes, at) : this.#text(bytes, at);
      if (next <= at) break;
      at = next;
    }
    return at;
  }

  #text(bytes: Buffer, from: number): number {
    let until = from + 1;
    while (until < bytes.length && bytes[until] !== LESS) until += 1;
    if (until === bytes.length) until = wholeCharacters(bytes, from);
    if (until > from) this.#listener.text(bytes, from, until, false);
    return until;
  }

  /** 0 where it is unfinished. */
  #markup(bytes: Buffer, from: number): number {
    const kind = bytes[from + 1];
    if (kind === SLASH) return this.#endTag(bytes, from);
    if (kind === QUESTION) return after(bytes, '?>', from);
    if (kind === EXCLAMATION) return this.#declaration(bytes, from);
    return this.#startTag(bytes, from);
  }

  #endTag(bytes: Buffer, from: number): number {
    let start = from + 2;
    let end = start;
    for (; end < bytes.length && bytes[end] !== GREATER; end += 1) if (bytes[end] === COLON) start = end + 1;
    if (end === bytes.length) return 0;
    let last = end;
    while (last > start && isSpace(bytes[last - 1])) last -= 1;
    this.#listener.closed(nameIn(bytes, start, last));
    return end + 1;
  }

  #startTag(bytes: Buffer, from: number): number {
    let start = from + 1;
    let name = start;
    for (; name < bytes.length && !endsName(bytes[name]); name += 1)
      if (bytes[name] === COLON) start = name + 1;
    const end = tagEnd(bytes, name);
    if (end === bytes.length) return 0;
    const isEmpty = bytes[end - 1] === SLASH;
    const tag = nameIn(bytes, start, name);
    this.#attributes.stand(bytes, name, isEmpty ? end - 1 : end);
    this.#listener.opened(tag, this.#attributes);
    if (isEmpty) this.#listener.closed(tag);
    return end + 1;
  }

  #declaration(bytes: Buffer, from: number): number {
    const opening = bytes.toString('latin1', from, from + 9);
    if (opening.startsWith('<!--')) return after(bytes, '-->', from + 4);
    if (opening.length < 9) return 0;
    if (opening !== '<![CDATA[') return after(bytes, '>', from);
    const next = after(bytes, ']]>', from + 9);
    if (next > 0) this.#listener.text(bytes, from + 9, next - 3, true);
    return next;
  }
}

/** The attributes of the tag that a listener is told of, one after the other. */
export class XmlAttributes {
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;
  #until = 0;
  /** Of the attribute stood on: its name with its prefix, and its value between the quotes. */
  name = '';
  from = 0;
  until = 0;

  stand(bytes: Buffer, from: number, until: number): void {
    this.#bytes = bytes;
    this.#at = from;
    this.#until = until;
  }

  /** False after the last one. */
  next(): boolean {
    const [bytes, last] = [this.#bytes, this.#until];
    let at = this.#at;
    while (at < last && isSpace(bytes[at])) at += 1;
    const start = at;
    while (at < last && bytes[at] !== EQUALS && !isSpace(bytes[at])) at += 1;
    if (at === start) return false;
    this.name = nameIn(bytes, start, at);
    while (at < last && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at += 1;
    const quote = bytes[at];
    this.from = at + 1;
    at += 1;
    while (at < last && bytes[at] !== quote) at += 1;
    this.until = at;
    this.#at = at + 1;
    return at < last;
  }

  byte(at: number): number {
    return this.#bytes[at] ?? 0;
  }

  value(): string {
    return decodeEntities(this.#bytes.toString('utf8', this.from, this.until));
  }

  /** A whole number; -1 for anything else. */
  number(): number {
    return wholeNumber(this.#bytes, this.from, this.until);
  }
}

const MOST_DIGITS = 9;

/** -1 where the bytes are not one to nine digits. */
export function wholeNumber(bytes: Buffer, from: number, until: number): number {
  if (until === from || until - from > MOST_DIGITS) return -1;
  let number = 0;
  for (let at = from; at < until; at += 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** The `>` of a tag; one within quotes is none. */
function tagEnd(bytes: Buffer, from: number): number {
  let quote = 0;
  let at = from;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GREATER) break;
    else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
  }
  return at;
}

/** Most names are one letter, and those strings are made once. */
function nameIn(bytes: Buffer, from: number, until: number): string {
  return until - from === 1 ? String.fromCharCode(bytes[from] ?? 0) : bytes.toString('latin1', from, until);
}

/** Where the last character, or entity, begins that goes on in the next piece; the end where none does. */
function wholeCharacters(bytes: Buffer, from: number): number {
  const end = bytes.length;
  const entity = bytes.lastIndexOf(AMPERSAND);
  if (entity >= Math.max(from, end - LONGEST_ENTITY) && bytes.indexOf(SEMICOLON, entity) < 0) return entity;
  let lead = end - 1;
  while (lead > from && lead > end - 4 && isContinuation(bytes[lead])) lead -= 1;
  return lead + bytesFrom(bytes[lead] ?? 0) > end ? lead : end;
}

function isContinuation(byte = 0): boolean {
  return (byte & 0xc0) === 0x80;
}

/** How many bytes a character has in UTF-8. */
function bytesFrom(lead: number): number {
  if (lead < 0xc0) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

function after(bytes: Buffer, end: string, from: number): number {
  const at = bytes.indexOf(end, from, 'latin1');
  return at < 0 ? 0 : at + end.length;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 32 || byte === 9 || byte === 10 || byte === 13;
}

function endsName(byte: number | undefined): boolean {
  return byte === GREATER || byte === SLASH || isSpace(byte);
}
