import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNotices } from '../../state/notices.ts';
import { figuresChartText as text } from '../../text/figures-page.ts';
import { download, downloadText, readBase64 } from '../../ui/file-content.ts';
import type { AcrossData, ChartData } from './chart-data.ts';
import type { DrawnChart } from './chart-engine.ts';
import { optionOf } from './chart-option.ts';

const engine = () => import('./chart-engine.ts');

interface ChartFrameProps {
  readonly name: string;
  readonly day: string;
  readonly data: ChartData | AcrossData;
}

/** A chart, and its picture as a file. The engine is fetched with the first chart. */
export function ChartFrame({ name, day, data }: ChartFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnChart>(null);
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let chart: DrawnChart | undefined;
    let isGone = false;
    const size = new ResizeObserver(() => chart?.resize());
    void engine().then(({ draw }) => {
      if (isGone) return;
      chart = draw(element);
      drawn.current = chart;
      size.observe(element);
      setReady(true);
    });
    return () => {
      isGone = true;
      size.disconnect();
      chart?.close();
      drawn.current = null;
    };
  }, []);
  useEffect(() => {
    if (isReady) drawn.current?.show(optionOf(data));
  }, [isReady, data]);

  return (
    <figure className="figures-chart">
      <div ref={frame} role="img" aria-label={text.drawn(name)} className="figures-chart-frame" />
      <figcaption>
        {!isReady && <span className="secondary">{text.loading}</span>}
        <Button size="small" disabled={!isReady} onClick={saveSvg}>
          {text.saveSvg}
        </Button>
        <Button size="small" disabled={!isReady} onClick={() => void savePng()}>
          {text.savePng}
        </Button>
      </figcaption>
    </figure>
  );

  function saveSvg(): void {
    if (!drawn.current) return;
    const file = `${text.fileName(name, day)}.svg`;
    downloadText(file, drawn.current.asSvg());
    useNotices.getState().tellDone(text.saved(file));
  }

  async function savePng(): Promise<void> {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return;
    const { asPng } = await engine();
    const picture = await asPng(optionOf(data), box);
    if (!picture) return;
    const file = `${text.fileName(name, day)}.png`;
    download(file, await readBase64(picture));
    useNotices.getState().tellDone(text.saved(file));
  }
}
