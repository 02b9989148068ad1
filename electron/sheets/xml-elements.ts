import { type XmlAttributes, XmlScanner } from './xml-scanner.ts';

export interface XmlElement {
  readonly name: string;
  /** By their names with prefixes. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** All elements of a small part, in the order in which they begin. */
export function xmlElements(part: Buffer): readonly XmlElement[] {
  const elements: XmlElement[] = [];
  const scanner = new XmlScanner({
    opened: (name, attributes) => void elements.push({ name, attributes: mapOf(attributes) }),
    closed() {},
    text() {},
  });
  scanner.take(part);
  return elements;
}

function mapOf(attributes: XmlAttributes): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  while (attributes.next()) found.set(attributes.name, attributes.value());
  return found;
}
