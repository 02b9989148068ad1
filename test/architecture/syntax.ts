import { parseAst } from 'vitest/node';

/** A node of the ESTree that the parser gives; fields are read only after a check. */
export type SyntaxNode = { readonly type: string } & Readonly<Record<string, unknown>>;

export interface SourceFile {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly source: string;
}

/** Every node of the file, parents first. TypeScript and JSX are parsed, not guessed. */
export function nodesOf({ path, source }: SourceFile): SyntaxNode[] {
  const lang = path.endsWith('x') ? 'tsx' : 'ts';
  const nodes: SyntaxNode[] = [];
  collect(parseAst(source, { lang, astType: 'ts' }, path), nodes);
  return nodes;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function collect(value: unknown, into: SyntaxNode[]): void {
  if (Array.isArray(value)) for (const item of value) collect(item, into);
  else if (isNode(value)) {
    into.push(value);
    for (const child of Object.values(value)) if (typeof child === 'object') collect(child, into);
  }
}
