import { describe, expect, it } from 'vitest';
import { DEFINITIONS } from '../../electron/forms/definitions.ts';
import { docxOf } from '../../electron/forms/docx.ts';
import {
  actionOriginWords,
  actionStateWords,
  counterKindWords,
  declarationWords,
  evaluationLevelWords,
  evaluationVerdictWords,
  figureWords,
  filingStateWords,
  institutionKindWords,
  itemSourceWords,
  itemStateWords,
  makeupWords,
  markWords,
  orderKindWords,
  orderStateWords,
  reportingStateWords,
  sessionFormWords,
  sessionStateWords,
  weeklyCountWords,
} from '../../electron/forms/form-words.ts';
import { htmlOf } from '../../electron/forms/html.ts';
import { xlsxOf } from '../../electron/forms/xlsx.ts';
import { figureTexts } from '../../renderer/text/figures.ts';
import { weeklyText } from '../../renderer/text/weekly-page.ts';
import * as page from '../../renderer/text/words.ts';
import { letter, wideTable } from './sample-documents.ts';
import { partOf, readWorkbook } from './written-forms.ts';

const base64 = (content: Uint8Array) => Buffer.from(content).toString('base64');

describe('A letter', () => {
  it('has the margins, the title and the body of GB/T 9704', async () => {
    const xml = await partOf(base64(await docxOf(letter)), 'word/document.xml');
    // 37 mm, 28 mm; 22 pt and 16 pt in half points; two characters in, a line every 28 pt
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(xml).toMatch(/方正小标宋简体.*?<w:sz w:val="44"\/>.*?责令返工通知单/s);
    expect(xml).toMatch(/<w:spacing [^>]*w:line="560" w:lineRule="exact"\/><w:ind w:firstLine="640"/);
    expect(xml).toMatch(/仿宋[^>]*\/><w:sz w:val="32"\/>/);
  });

  it('keeps blanks for signatures as high as they were asked for', async () => {
    const [read] = await readWorkbook(base64(await xlsxOf(letter)));
    const heights: number[] = [];
    read!.sheet.eachRow(({ height }) => heights.push(height));
    expect(Math.max(...heights)).toBeCloseTo((30 / 25.4) * 72, 0);
    expect(htmlOf(letter)).toContain('height:30mm');
  });
});

describe('A table wider than the page', () => {
  it('is whole in .xlsx, with its leading columns on every page and breaks between strips', async () => {
    const [read] = await readWorkbook(base64(await xlsxOf(wideTable)));
    expect(read!.sheet.pageSetup.printTitlesColumn).toBe('A:B');
    expect(read!.sheet.columnCount).toBe(10);
    const xml = await partOf(base64(await xlsxOf(wideTable)), 'xl/worksheets/sheet1.xml');
    // a break stands behind the column of that number: B and four more, then four more
    expect(xml).toMatch(/<colBreaks[^>]*><brk id="6"/);
  });

  it('comes in strips on paper, each with the leading columns', () => {
    const html = htmlOf(wideTable);
    expect(html.match(/<table/g)).toHaveLength(2);
    expect(html.match(/>甲单位</g)).toHaveLength(2);
    expect(html.match(/>第2场</g)).toHaveLength(1);
  });
});

it('The words and the definitions on paper are those of the page', () => {
  const printed = { markWords, makeupWords, sessionFormWords, sessionStateWords, filingStateWords };
  const registers = { declarationWords, itemSourceWords, itemStateWords };
  const told = {
    ...printed,
    ...registers,
    institutionKindWords,
    counterKindWords,
    actionOriginWords,
    actionStateWords,
    evaluationLevelWords,
    evaluationVerdictWords,
    orderKindWords,
    orderStateWords,
    reportingStateWords,
  };
  expect(page).toMatchObject(told);
  expect(DEFINITIONS).toMatchObject({
    attendanceRate: figureTexts.attendanceRate.definition,
    participationFirst: figureTexts.participationFirst.definition,
    participationWithMakeup: figureTexts.participationWithMakeup.definition,
    selfInspectionCoverage: figureTexts.selfInspectionCoverage.definition,
    rectificationCompletion: figureTexts.rectificationCompletion.definition,
    actionCompletion: figureTexts.actionCompletion.definition,
    coverage: figureTexts.coverage.definition,
    closureRate: figureTexts.closureRate.definition,
    weekly: weeklyText.definition,
  });
  const figureNames = Object.entries(figureTexts).map(([id, { name }]) => [id, name]);
  expect(figureWords).toEqual(Object.fromEntries(figureNames));
  expect(weeklyCountWords).toEqual(weeklyText.countNames);
});
