import { decodeEntities, decodeEscapes } from './xml-entities.ts';
import { type XmlListener, XmlScanner } from './xml-scanner.ts';

/** One text that is put together from its runs; how it is pronounced (`rPh`) is no part of it. */
export class TextRuns {
  #text = '';
  #depth = 0;
  #isOpen = false;

  opened(name: string): void {
    if (name === 'rPh') this.#depth += 1;
    this.#isOpen = name === 't' && this.#depth === 0;
  }

  closed(name: string): void {
    if (name === 'rPh') this.#depth -= 1;
    this.#isOpen = false;
  }

  text(bytes: Buffer, from: number, until: number, isLiteral: boolean): void {
    if (this.#isOpen) this.#text += textOf(bytes, from, until, isLiteral);
  }

  take(): string {
    const text = decodeEscapes(this.#text);
    this.#text = '';
    this.#depth = 0;
    return text;
  }
}

/** The texts that a workbook's cells have in common, in their order. */
export class SharedTexts implements XmlListener {
  readonly texts: string[] = [];
  readonly #runs = new TextRuns();
  readonly #scanner = new XmlScanner(this);

  take(chunk: Buffer): void {
    this.#scanner.take(chunk);
  }

  opened(name: string): void {
    this.#runs.opened(name);
  }

  closed(name: string): void {
    this.#runs.closed(name);
    if (name === 'si') this.texts.push(this.#runs.take());
  }

  text(bytes: Buffer, from: number, until: number, isLiteral: boolean): void {
    this.#runs.text(bytes, from, until, isLiteral);
  }
}

export function textOf(bytes: Buffer, from: number, until: number, isLiteral: boolean): string {
  const text = bytes.toString('utf8', from, until);
  return isLiteral ? text : decodeEntities(text);
}
