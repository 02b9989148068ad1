import { placed, stripsOf } from '../../shared/contract/form-strips.ts';
import type { FormCell, FormDocument, FormPicture, FormRow, FormTable } from '../../shared/contract/forms.ts';
import { FORM_CSS } from './form-css.ts';

/** A file that a browser opens and prints by itself: no script, nothing fetched. */
export function htmlOf(document: FormDocument): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<title>${escaped(document.title)}</title><style>${FORM_CSS}${runningFooter(document)}</style></head><body>`,
    formHtml(document),
    '</body></html>\n',
  ].join('');
}

/** Who printed it, and that the data are invented, on every page. */
function runningFooter({ origin, warning }: FormDocument): string {
  const box = (place: string, text: string) => `@${place} { content: "${cssText(text)}"; font-size: 9pt; }`;
  return `body { margin: 0; } @page { ${box('bottom-left', origin)} ${warning ? box('bottom-right', warning) : ''} }`;
}

function formHtml(document: FormDocument): string {
  const { title, origin, warning, block, parts, foot, orientation, manner } = document;
  const isNamed = parts.filter((part) => part.kind === 'table' && part.head.length > 0).length > 1;
  return [
    `<article class="form form-${orientation} form-${manner}-manner">`,
    line('form-origin', [span(origin), ...(warning ? [span(warning, 'form-warning')] : [])]),
    `<h1 class="form-title">${escaped(title)}</h1>`,
    line(
      '',
      block.map(({ label, value }) => span(`${label}：${value}`)),
    ),
    ...parts.map((part) => partHtml(part, isNamed)),
    line(
      'form-foot',
      foot.map((label) => span(`${label}：`)),
    ),
    '</article>',
  ].join('');
}

function line(className: string, spans: readonly string[]): string {
  return spans.length > 0 ? `<div class="form-line ${className}">${spans.join('')}</div>` : '';
}

function span(text: string, className?: string): string {
  return `<span${className ? ` class="${className}"` : ''}>${escaped(text)}</span>`;
}

function partHtml(part: FormDocument['parts'][number], isNamed: boolean): string {
  if (part.kind === 'paragraph') {
    const keeps = part.keeps ? ' form-keeps' : '';
    return `<p class="form-paragraph form-${part.manner} form-${part.align}${keeps}">${escaped(part.text)}</p>`;
  }
  if (part.kind === 'notes') {
    const lines = part.lines.map((text, place) => {
      const number = part.lines.length > 1 ? place + 1 : '';
      return `<p>${escaped(`${part.title}${number}：${text}`)}</p>`;
    });
    return `<div class="form-notes">${lines.join('')}</div>`;
  }
  return stripsOf(part)
    .map((strip, place, strips) => {
      const name = strips.length > 1 ? `${part.name}（${place + 1}/${strips.length}）` : part.name;
      return `${isNamed ? `<p class="form-caption">${escaped(name)}</p>` : ''}${tableHtml(strip)}`;
    })
    .join('');
}

function tableHtml(table: FormTable): string {
  const columns = table.columns.map(({ width }) => `<col style="width:${width}mm">`).join('');
  const width = table.columns.reduce((sum, one) => sum + one.width, 0);
  const rows = rowsHtml(table.rows, table.columns, 'td');
  const head = table.head.length > 0 ? `<thead>${rowsHtml(table.head, table.columns, 'th')}</thead>` : '';
  const classes = table.together ? 'form-table form-together' : 'form-table';
  return `<table class="${classes}" style="width:${width}mm"><colgroup>${columns}</colgroup>${head}<tbody>${rows}</tbody></table>`;
}

function rowsHtml(rows: readonly FormRow[], columns: FormTable['columns'], tag: 'td' | 'th'): string {
  return placed(rows)
    .map((cells, index) => {
      const row = rows[index];
      const height = row?.height === undefined ? '' : ` style="height:${row.height}mm"`;
      const inside = cells.map(({ cell, column }) => cellHtml(cell, columns[column]?.align ?? 'left', tag));
      return `<tr class="form-${row?.kind ?? 'plain'}"${height}>${inside.join('')}</tr>`;
    })
    .join('');
}

function cellHtml(
  cell: FormCell,
  columnAlign: FormTable['columns'][number]['align'],
  tag: 'td' | 'th',
): string {
  const align = cell.align ?? (cell.manner === 'label' ? 'center' : columnAlign);
  const classes = [
    `form-${align}`,
    cell.manner && `form-${cell.manner}`,
    cell.small && 'form-small',
    cell.valign && `form-${cell.valign}`,
  ];
  const spans = `${attribute('colspan', cell.across)}${attribute('rowspan', cell.down)}`;
  const content = cell.picture ? pictureSvg(cell.picture) : escaped(String(cell.value ?? ''));
  return `<${tag}${spans} class="${classes.filter(Boolean).join(' ')}">${content}</${tag}>`;
}

function attribute(name: string, count: number | undefined): string {
  return count === undefined || count === 1 ? '' : ` ${name}="${count}"`;
}

/** Runs of dark modules as one path. */
function pictureSvg({ modules, side, alt }: FormPicture): string {
  const runs = modules.flatMap((line, y) =>
    [...line.matchAll(/1+/g)].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  );
  return `<svg class="form-picture" role="img" aria-label="${escaped(alt)}" width="${side}mm" height="${side}mm" viewBox="0 0 ${modules.length} ${modules.length}" shape-rendering="crispEdges"><path d="${runs.join('')}"/></svg>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** Everything but letters, digits and spaces by its number: no text ends the string or the style element. */
function cssText(text: string): string {
  return text.replace(/[^\p{L}\p{N} ]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `);
}
