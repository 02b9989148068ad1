import { describe, expect, it } from 'vitest';
import { sourcesIn } from './source-files.ts';
import { isNode, nodesOf, type SourceFile, type SyntaxNode } from './syntax.ts';

/** Rooms whose strings carry no Chinese: sentences stand in renderer/text, names of a campaign in presets. */
const ENGLISH_ROOMS = ['electron', 'shared', 'renderer'];

/** What reads or writes the paper of offices or invents it, what knows ruined names, where sentences stand. */
const CHINESE_PLACES = [
  'electron/forms/',
  'electron/sheets/',
  'electron/demo/',
  'shared/rules/names.ts',
  'renderer/text/',
];

const HAN = /\p{Script=Han}/u;
const SWITCHED_OFF = /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable/;

describe('Chinese', () => {
  it('stands in no string, template, pattern or page text outside the places made for it', () => {
    const files = sourcesIn(...ENGLISH_ROOMS).filter(({ path }) => !isChinesePlace(path));
    expect(files.flatMap(chineseIn)).toEqual([]);
  });

  it.each([
    ["const a = '姓名';", "a.ts: '姓名'"],
    ['const a = `共计`;', 'a.ts: 共计'],
    ['const a = /单位/;', 'a.ts: /单位/'],
    ["const a = '\\u59d3';", "a.ts: '\\u59d3'"],
    ["const a = { '姓名': 1 };", "a.ts: '姓名'"],
    ["type A = '姓名';", "a.ts: '姓名'"],
  ])('is found in %s', (source, found) => {
    expect(chineseIn({ path: 'a.ts', source })[0]).toBe(found);
  });

  it('is found in the text of a page', () => {
    expect(chineseIn({ path: 'a.tsx', source: 'const a = <b>保存</b>;' })).toEqual(['a.tsx: 保存']);
  });

  it('may stand in comments, those of SQL included, and by number in patterns', () => {
    const source = `/** 花名册 */ const a = 'roster'; // 考勤
      const b = /[\\u4e00-\\u9fff]/u;
      const sql = \`CREATE TABLE mark (mark INTEGER /* 出席 */); -- 考勤\`;`;
    expect(chineseIn({ path: 'a.ts', source })).toEqual([]);
  });
});

describe('the compiler', () => {
  it('is nowhere told to look away', () => {
    const files = sourcesIn(...ENGLISH_ROOMS, 'scripts');
    expect(files.flatMap(looseEnds)).toEqual([]);
  });

  it.each([
    'const a: any = 1;',
    'const a = b as any;',
    'const a = b!.c;',
    'const a = b[0]!;',
    '// @ts-ignore\nconst a = 1;',
    '// @ts-expect-error\nconst a = 1;',
    '// biome-ignore lint: because\nconst a = 1;',
  ])('would be by %j', (source) => {
    expect(looseEnds({ path: 'a.ts', source })).toHaveLength(1);
  });

  it('is not by a word in a string or a comparison', () => {
    expect(looseEnds({ path: 'a.ts', source: "const any = a !== b; const c = 'any!'; // any" })).toEqual([]);
  });
});

function isChinesePlace(path: string): boolean {
  return CHINESE_PLACES.some((place) => path.startsWith(place));
}

/** Both as written and as read: an escape hides nothing, and a pattern is what is written. */
function chineseIn(file: SourceFile): string[] {
  return nodesOf(file)
    .filter((node) => HAN.test(textOf(node)))
    .map((node) => `${file.path}: ${rawOf(node).slice(0, 60)}`);
}

function textOf(node: SyntaxNode): string {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : rawOf(node);
  if (node.type === 'JSXText') return String(node.value);
  if (node.type === 'TemplateElement' && isRecord(node.value))
    return withoutSqlComments(String(node.value.cooked));
  return '';
}

function withoutSqlComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|--.*$/gm, '');
}

function rawOf(node: SyntaxNode): string {
  if (node.type === 'TemplateElement' && isRecord(node.value)) return String(node.value.raw);
  return String(node.raw ?? '');
}

function looseEnds(file: SourceFile): string[] {
  const found = nodesOf(file)
    .filter((node) => isNode(node) && ['TSAnyKeyword', 'TSNonNullExpression'].includes(node.type))
    .map((node) => `${file.path}: ${node.type}`);
  const comment = SWITCHED_OFF.exec(file.source);
  return comment ? [...found, `${file.path}: ${comment[0]}`] : found;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
