import { signText } from '../../text/frame.ts';
import { progressText as text } from '../../text/rectification-progress.ts';
import { useWide } from '../../ui/use-wide.ts';
import {
  type BurnDownScale,
  burnDownScale,
  CHART,
  type ChartSize,
  MARGIN,
  pathOf,
  SERIES,
  type Series,
  SMALL_CHART,
} from './burn-down-scale.ts';
import type { BurnDownPoint } from './rectification-queries.ts';

/** Told apart without colour too: thin, thick, dashed. */
export const STROKES: Readonly<
  Record<Series, { readonly color: string; readonly width: number; readonly dash: readonly number[] }>
> = {
  listed: { color: '#5f6a78', width: 1.2, dash: [] },
  open: { color: '#1a5a8a', width: 2.4, dash: [] },
  closed: { color: '#2a6b41', width: 1.8, dash: [6, 3] },
};

/** What is listed, what is open and what is closed, day by day. Its numbers stand in the table beside it. */
export function BurnDownChart({ points }: { readonly points: readonly BurnDownPoint[] }) {
  const size = useWide() ? CHART : SMALL_CHART;
  const scale = burnDownScale(points, size);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  return (
    <figure className="rectification-chart">
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={text.chartLabel(first.on, last.on, last.open, last.closed)}
      >
        <Axes scale={scale} size={size} />
        {SERIES.map((series) => (
          <path
            key={series}
            d={pathOf(scale.lines[series])}
            fill="none"
            stroke={STROKES[series].color}
            strokeWidth={STROKES[series].width}
            strokeDasharray={STROKES[series].dash.join(' ')}
          />
        ))}
      </svg>
      <figcaption>
        {SERIES.map((series) => (
          <span key={series}>
            <svg width="24" height="8" aria-hidden="true">
              <path
                d="M0 4h24"
                stroke={STROKES[series].color}
                strokeWidth={STROKES[series].width}
                strokeDasharray={STROKES[series].dash.join(' ')}
              />
            </svg>
            {text.legend[series]} <b>{last[series]}</b>
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function Axes({ scale, size }: { readonly scale: BurnDownScale; readonly size: ChartSize }) {
  const { width, height } = size;
  const { left, right, bottom } = MARGIN;
  return (
    <g className="rectification-chart-axes">
      {scale.rungs.map(({ value, y }) => (
        <g key={value}>
          <path d={`M${left} ${y}H${width - right}`} />
          <text x={left - 6} y={y + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {scale.marks.map(({ on, x }) => (
        <text key={on} x={x} y={height - bottom + 18} textAnchor="middle">
          {signText.day(on)}
        </text>
      ))}
    </g>
  );
}
