import { BarChart, type BarSeriesOption, LineChart, type LineSeriesOption } from 'echarts/charts';
import {
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  MarkLineComponent,
  type MarkLineComponentOption,
} from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';

/** The parts of echarts that the charts need, in a chunk of their own; nothing moves, and no script is made. */
use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer, CanvasRenderer]);

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | MarkLineComponentOption
>;

export interface DrawnChart {
  show(option: ChartOption): void;
  resize(): void;
  close(): void;
  /** The picture as a text of its own. */
  asSvg(): string;
}

/** Draws into an element of the page, as SVG. */
export function draw(element: HTMLElement): DrawnChart {
  const chart = init(element, null, { renderer: 'svg' });
  return {
    show: (option) => chart.setOption(option, { notMerge: true }),
    resize: () => chart.resize(),
    close: () => chart.dispose(),
    asSvg: () => chart.renderToSVGString(),
  };
}

/** Pixels of a picture for one of the screen. */
const SHARPNESS = 2;

/** The same picture as PNG: drawn anew, as the page's policy lets no picture in that is not a file of its own. */
export async function asPng(option: ChartOption, { width, height }: { width: number; height: number }) {
  const canvas = document.createElement('canvas');
  const size = { width, height, devicePixelRatio: SHARPNESS };
  const chart = init(canvas, null, { renderer: 'canvas', ...size });
  chart.setOption(option);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  chart.dispose();
  return blob;
}
