import { Button } from 'antd';
import { core } from '../../state/core.ts';
import { useLongWork } from '../../state/long-work.ts';
import { systemText } from '../../text/administration-page.ts';
import { LongWorkNotice } from '../../ui/long-work-notice.tsx';
import { Panel } from '../../ui/page.tsx';

/** As large as a small county; the seed makes every demonstration the same. */
const DEMO = { people: 300, sessions: 20, seed: 1 };

/** A demo installation that is still empty can be filled with an invented county. */
export function DemoPanel() {
  const fill = useLongWork((_: null, signal) => core.office.fillDemo(DEMO, { signal }), {
    done: ({ units, people, sessions, items }) => systemText.demoDone(units, people, sessions, items),
  });
  return (
    <Panel
      title={systemText.demo}
      padded
      extra={
        <Button size="small" disabled={fill.isRunning} onClick={() => fill.run(null)}>
          {systemText.demoFill}
        </Button>
      }
    >
      <div className="system-stack">
        <p>{systemText.demoSays}</p>
        <LongWorkNotice work={fill} />
      </div>
    </Panel>
  );
}
