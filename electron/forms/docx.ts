import {
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  type Table,
  TabStopType,
  TextRun,
} from 'docx';
import { stripsOf } from '../../shared/contract/form-strips.ts';
import type { FormDocument } from '../../shared/contract/forms.ts';
import { docxTable, lineOfTexts } from './docx-table.ts';
import { fontOf, fontTable, paragraph, twips } from './docx-text.ts';
import { blockAligns, pageManner, pageSize, printedWidth, TYPE } from './manners.ts';

type Block = Paragraph | Table;

/** A document of one section: title block, parts, foot, and on every page who printed it and x / y. */
export async function docxOf(document: FormDocument): Promise<Uint8Array> {
  const { top, right, bottom, left } = pageManner(document).margins;
  const { width, height } = pageSize('portrait');
  const file = new Document({
    title: document.title,
    styles: { default: { document: { run: { font: fontOf('body'), size: TYPE.cell * 2 } } } },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: twips(width),
              height: twips(height),
              orientation:
                document.orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
            },
            margin: {
              ...{ top: twips(top), right: twips(right), bottom: twips(bottom), left: twips(left) },
              ...{ header: twips(8), footer: twips(8) },
            },
          },
        },
        footers: { default: footerOf(document) },
        children: [
          ...titleBlock(document),
          ...document.parts.flatMap((part) => blocksOf(document, part)),
          ...footOf(document),
        ],
      },
    ],
  });
  const fonts = [{ path: 'word/fontTable.xml', data: fontTable() }];
  return await Packer.toBuffer(file, undefined, fonts);
}

function titleBlock(document: FormDocument): Block[] {
  const width = printedWidth(document);
  const block = document.block.map(({ label, value }) => `${label}：${value}`);
  return [
    lineOfTexts([document.origin, document.warning ?? ''], ['left', 'right'], TYPE.note, width),
    paragraph(document.title, {
      points: TYPE.title,
      align: 'center',
      family: 'title',
      space: [6, 6],
      keepsNext: true,
    }),
    ...(block.length > 0 ? [lineOfTexts(block, blockAligns(block.length), TYPE.block, width)] : []),
  ];
}

function blocksOf(document: FormDocument, part: FormDocument['parts'][number]): Block[] {
  if (part.kind === 'paragraph') {
    const { body: points, pitch } = pageManner(document);
    const isHeading = part.manner === 'heading';
    return [
      paragraph(part.text, {
        ...{ points, pitch, align: part.align, keepsNext: isHeading || part.keeps === true },
        family: isHeading ? 'heading' : 'body',
        indent: part.manner === 'body' ? 2 : 0,
      }),
    ];
  }
  if (part.kind === 'notes') {
    return part.lines.map((line, place) =>
      paragraph(`${part.title}${part.lines.length > 1 ? place + 1 : ''}：${line}`, {
        points: TYPE.note,
        space: [2, 0],
        keepsNext: part === document.parts.at(-1),
      }),
    );
  }
  const isNamed =
    document.parts.filter((other) => other.kind === 'table' && other.head.length > 0).length > 1;
  return stripsOf(part).flatMap((strip, place) => [
    isNamed ? caption(part.name, place, part.strips.length + 1) : thinLine(),
    docxTable(strip, document.manner),
  ]);
}

function caption(name: string, strip: number, strips: number): Paragraph {
  const text = strips > 1 ? `${name}（${strip + 1}/${strips}）` : name;
  return paragraph(text, { points: TYPE.cell, family: 'heading', space: [8, 3], keepsNext: true });
}

/** Two tables that touch would become one. */
function thinLine(): Paragraph {
  return paragraph('', { points: 2, pitch: 3, keepsNext: true });
}

function footOf(document: FormDocument): Block[] {
  if (document.foot.length === 0) return [];
  const labels = document.foot.map((label) => `${label}：`);
  return [
    paragraph('', { points: 2, pitch: 8, keepsNext: true }),
    lineOfTexts(labels, ['left'], TYPE.block, printedWidth(document)),
  ];
}

function footerOf(document: FormDocument): Footer {
  const width = twips(printedWidth(document));
  const run = (children: (string | (typeof PageNumber)[keyof typeof PageNumber])[]): ParagraphChild =>
    new TextRun({ size: TYPE.note * 2, font: fontOf('body'), children });
  return new Footer({
    children: [
      new Paragraph({
        spacing: { line: 240, lineRule: LineRuleType.AUTO },
        tabStops: [
          { type: TabStopType.CENTER, position: width / 2 },
          { type: TabStopType.RIGHT, position: width },
        ],
        children: [
          run([document.origin]),
          run(['\t第 ', PageNumber.CURRENT, ' 页 / 共 ', PageNumber.TOTAL_PAGES, ' 页']),
          run([`\t${document.warning ?? ''}`]),
        ],
      }),
    ],
  });
}
