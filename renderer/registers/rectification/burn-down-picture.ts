import { signText } from '../../text/frame.ts';
import { progressText as text } from '../../text/rectification-progress.ts';
import { STROKES } from './burn-down-chart.tsx';
import { burnDownScale, CHART, MARGIN, SERIES } from './burn-down-scale.ts';
import type { BurnDownPoint } from './rectification-queries.ts';

/** Dots for each px of the chart, so that it prints well. */
const SHARPNESS = 2;
const HEAD = 36;
const FOOT = 28;
const INK = '#1c2530';
const INK2 = '#465161';
const RULE = '#d8dde3';

/**
 * The chart as a picture for a report: title, lines, legend.
 * @returns PNG
 */
export async function burnDownPicture(points: readonly BurnDownPoint[], title: string): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = CHART.width * SHARPNESS;
  canvas.height = (HEAD + CHART.height + FOOT) * SHARPNESS;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.scale(SHARPNESS, SHARPNESS);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, CHART.width, HEAD + CHART.height + FOOT);
  write(pen, title, MARGIN.left, 24, { size: 16, color: INK });
  pen.translate(0, HEAD);
  drawAxes(pen, points);
  drawLines(pen, points);
  drawLegend(pen, points);
  return await new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}

function drawAxes(pen: CanvasRenderingContext2D, points: readonly BurnDownPoint[]): void {
  const { rungs, marks } = burnDownScale(points, CHART);
  pen.strokeStyle = RULE;
  pen.lineWidth = 1;
  for (const { value, y } of rungs) {
    pen.beginPath();
    pen.moveTo(MARGIN.left, y);
    pen.lineTo(CHART.width - MARGIN.right, y);
    pen.stroke();
    write(pen, String(value), MARGIN.left - 6, y + 4, { align: 'right' });
  }
  for (const { on, x } of marks)
    write(pen, signText.day(on), x, CHART.height - MARGIN.bottom + 18, { align: 'center' });
}

function drawLines(pen: CanvasRenderingContext2D, points: readonly BurnDownPoint[]): void {
  const { lines } = burnDownScale(points, CHART);
  for (const series of SERIES) {
    takeStroke(pen, series);
    pen.beginPath();
    for (const { x, y } of lines[series]) pen.lineTo(x, y);
    pen.stroke();
  }
  pen.setLineDash([]);
}

function drawLegend(pen: CanvasRenderingContext2D, points: readonly BurnDownPoint[]): void {
  const y = CHART.height + 12;
  const last = points.at(-1);
  for (const [at, series] of SERIES.entries()) {
    const x = MARGIN.left + at * 160;
    takeStroke(pen, series);
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x + 24, y);
    pen.stroke();
    pen.setLineDash([]);
    write(pen, `${text.legend[series]} ${last?.[series] ?? 0}`, x + 32, y + 4, {});
  }
}

function takeStroke(pen: CanvasRenderingContext2D, series: (typeof SERIES)[number]): void {
  pen.strokeStyle = STROKES[series].color;
  pen.lineWidth = STROKES[series].width;
  pen.setLineDash([...STROKES[series].dash]);
}

interface Writing {
  readonly size?: number;
  readonly color?: string;
  readonly align?: CanvasTextAlign;
}

function write(pen: CanvasRenderingContext2D, said: string, x: number, y: number, how: Writing): void {
  pen.font = `${how.size ?? 12}px ${getComputedStyle(document.body).fontFamily}`;
  pen.fillStyle = how.color ?? INK2;
  pen.textAlign = how.align ?? 'left';
  pen.fillText(said, x, y);
}
