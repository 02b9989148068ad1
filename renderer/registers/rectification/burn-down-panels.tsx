import { Button } from 'antd';
import { useNotices } from '../../state/notices.ts';
import { useIdentity } from '../../state/session.ts';
import { signText } from '../../text/frame.ts';
import { progressText as text } from '../../text/rectification-progress.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { download, readBase64 } from '../../ui/file-content.ts';
import { Empty, Panel } from '../../ui/page.tsx';
import { BurnDownChart } from './burn-down-chart.tsx';
import { burnDownPicture } from './burn-down-picture.ts';
import type { BurnDownPoint } from './rectification-queries.ts';

interface BurnDownPanelsProps {
  readonly points: readonly BurnDownPoint[];
  readonly step: 'day' | 'week';
}

/** 销号进度: the chart, its numbers beside it, and the chart as a picture to take along. */
export function BurnDownPanels({ points, step }: BurnDownPanelsProps) {
  const { name } = useIdentity();
  const { tellDone } = useNotices.getState();
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.every(({ listed }) => listed === 0))
    return (
      <Panel title={text.chart}>
        <Empty>{text.empty}</Empty>
      </Panel>
    );
  const latestFirst = [...points].reverse();
  return (
    <div className="rectification-burn-down">
      <Panel
        title={text.chart}
        note={text.chartNote(first.on, last.on)}
        extra={
          <Button size="small" onClick={() => void save(first.on, last.on)}>
            {text.save}
          </Button>
        }
        foot={text.identity}
      >
        <BurnDownChart points={points} />
      </Panel>
      <Panel title={text.tableOf[step]} className="rectification-burn-down-table">
        <DataTable
          label={text.table}
          columns={COLUMNS}
          total={latestFirst.length}
          row={(at) => latestFirst[at]}
          rowKey={({ on }) => on}
        />
      </Panel>
    </div>
  );

  async function save(from: string, until: string): Promise<void> {
    const picture = await burnDownPicture(points, text.imageTitle(name));
    download(text.fileName(from, until), await readBase64(picture));
    tellDone(text.saved);
  }
}

const COLUMNS: readonly Column<BurnDownPoint>[] = [
  { id: 'on', title: text.columns.on, width: 72, cell: ({ on }) => signText.day(on) },
  ...(['listed', 'open', 'closed', 'aside'] as const).map(
    (id): Column<BurnDownPoint> => ({
      id,
      title: text.columns[id],
      width: id === 'aside' ? 76 : 58,
      align: 'number',
      cell: (point) => point[id],
    }),
  ),
];
