import { useQuery } from '@tanstack/react-query';
import { useIdentity } from '../../state/session.ts';
import { workListText } from '../../text/work-list-page.ts';
import { Panel } from '../../ui/page.tsx';
import { type PhaseBar, phaseScale } from './phase-scale.ts';
import { workListQueries } from './work-list-queries.ts';

const text = workListText.timeline;

/** 环节: the phases to scale, one to a line, with a line through today. */
export function PhasePanel() {
  const { today } = useIdentity();
  const { data } = useQuery(workListQueries.campaign());
  const scale = phaseScale(data?.phases ?? [], today);
  if (!scale) return null;
  return (
    <Panel title={text.title} note={data?.name}>
      <div className="work-list-phases">
        <div className="work-list-track work-list-months" aria-hidden="true">
          {scale.months.map(({ month, at }) => (
            <span key={month} style={{ left: percent(at) }}>
              {text.months(month)}
            </span>
          ))}
        </div>
        <ol aria-label={text.label}>
          {scale.bars.map((bar) => (
            <PhaseLine key={bar.phase.id} bar={bar} />
          ))}
        </ol>
        <div className="work-list-track work-list-scale" aria-hidden="true">
          {scale.months.map(({ month, at }) => (
            <i key={month} className="month" style={{ left: percent(at) }} />
          ))}
          {scale.today !== null && <i className="today" style={{ left: percent(scale.today) }} />}
        </div>
        {scale.today !== null && (
          <div className="work-list-track work-list-today">
            <span style={{ left: percent(scale.today) }} className={scale.today > 0.6 ? 'before' : undefined}>
              {text.today(today)}
            </span>
          </div>
        )}
      </div>
    </Panel>
  );
}

function PhaseLine({ bar }: { readonly bar: PhaseBar }) {
  const { phase, from, width, done, stands, days } = bar;
  return (
    <li className={stands} aria-current={stands === 'now' ? 'step' : undefined}>
      <span className="work-list-phase" title={text.span(phase.beginsOn, phase.endsOn)}>
        {phase.name}
      </span>
      <span className="visually-hidden">{text.span(phase.beginsOn, phase.endsOn)}</span>
      <span className="work-list-track">
        <span className="work-list-bar" style={{ left: percent(from), width: percent(width) }}>
          <span style={{ width: percent(done) }} />
        </span>
      </span>
      <span className="secondary">{stands === 'over' ? text.over : text[stands](days)}</span>
    </li>
  );
}

function percent(part: number): string {
  return `${(part * 100).toFixed(2)}%`;
}
