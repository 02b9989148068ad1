import { isNode, nodesOf, type SourceFile, type SyntaxNode } from './syntax.ts';

export interface ImportOf {
  /** What stands between the quotes; undefined where it is computed at run time. */
  readonly specifier: string | undefined;
  /** Erased by type stripping: nothing is loaded. */
  readonly typeOnly: boolean;
}

/**
 * Every way in which a file names another module: import, export … from, import(), import('…') in a type,
 * import x = require(), require(), import.meta.resolve() and new URL('….ts', import.meta.url), by which
 * processes and workers are started.
 */
export function importsOf(file: SourceFile): ImportOf[] {
  return nodesOf(file).flatMap(importsOfNode);
}

function importsOfNode(node: SyntaxNode): ImportOf[] {
  switch (node.type) {
    case 'ImportDeclaration':
      return [{ specifier: text(node.source), typeOnly: isTypeOnly(node, 'importKind') }];
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      if (!isNode(node.source)) return [];
      return [{ specifier: text(node.source), typeOnly: isTypeOnly(node, 'exportKind') }];
    case 'ImportExpression':
      return [{ specifier: text(node.source), typeOnly: false }];
    case 'TSImportType':
      return [{ specifier: text(node.source), typeOnly: true }];
    case 'TSExternalModuleReference':
      return [{ specifier: text(node.expression), typeOnly: false }];
    case 'CallExpression':
      return namesModule(node.callee) ? [{ specifier: firstText(node), typeOnly: false }] : [];
    case 'NewExpression':
      return startedFile(node);
    default:
      return [];
  }
}

/** `import type { A }`, or every name marked: `import { type A, type B }`. */
function isTypeOnly(node: SyntaxNode, kind: 'importKind' | 'exportKind'): boolean {
  if (node[kind] === 'type') return true;
  const names = Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : [];
  return names.length > 0 && names.every((name) => name[kind] === 'type');
}

function namesModule(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  if (callee.type === 'Identifier') return callee.name === 'require';
  if (callee.type !== 'MemberExpression' || !isNode(callee.object) || !isNode(callee.property)) return false;
  const resolves = callee.property.name === 'resolve';
  return resolves && (callee.object.type === 'MetaProperty' || callee.object.name === 'require');
}

function startedFile(node: SyntaxNode): ImportOf[] {
  const isUrl = isNode(node.callee) && node.callee.name === 'URL';
  const specifier = firstText(node);
  if (!isUrl || specifier === undefined || !/^\.{1,2}\/.*\.([mc]?[jt]s|[jt]sx)$/.test(specifier)) return [];
  return [{ specifier, typeOnly: false }];
}

function firstText(call: SyntaxNode): string | undefined {
  return Array.isArray(call.arguments) ? text(call.arguments[0]) : undefined;
}

function text(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  const plain = node.type === 'TemplateLiteral' && Array.isArray(node.quasis) && node.quasis.length === 1;
  const quasi: unknown = plain && Array.isArray(node.quasis) ? node.quasis[0] : undefined;
  if (!isNode(quasi)) return undefined;
  const { value } = quasi;
  return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : undefined;
}
