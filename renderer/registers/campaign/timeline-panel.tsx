import { useQuery } from '@tanstack/react-query';
import { useIdentity, useMay } from '../../state/session.ts';
import { phasesText as text } from '../../text/campaign-page.ts';
import { Panel } from '../../ui/page.tsx';
import { type Campaign, campaignQueries, type Phase } from './campaign-queries.ts';
import { bundled, standingOf, type TimelineScale, timelineScale } from './timeline-scale.ts';

type Meeting = Awaited<ReturnType<typeof campaignQueries.meetings.queryFn>>[number];

/** The phases to scale, one to a line, with their meetings, and a line through today. */
export function TimelinePanel({ campaign }: { readonly campaign: Campaign }) {
  const { today } = useIdentity();
  const meetings = useMeetings();
  const scale = timelineScale(campaign.phases, today);
  if (!scale) return null;
  return (
    <Panel title={text.timeline} note={todaySays(campaign.phases, scale, today)}>
      <div className="campaign-timeline">
        <div className="campaign-track campaign-months" aria-hidden="true">
          {scale.months.map(({ month, at }) => (
            <span key={at} style={{ left: percent(at) }}>
              {text.months(month)}
            </span>
          ))}
        </div>
        <ol>
          {campaign.phases.map((phase) => (
            <PhaseLine
              key={phase.id}
              phase={phase}
              scale={scale}
              meetings={meetings.filter((one) => one.phase === phase.id)}
            />
          ))}
        </ol>
        <div className="campaign-track campaign-scale" aria-hidden="true">
          {scale.months.map(({ at }) => (
            <i key={at} className="month" style={{ left: percent(at) }} />
          ))}
          {scale.today !== null && <i className="today" style={{ left: percent(scale.today) }} />}
        </div>
        {scale.today !== null && (
          <div className="campaign-track campaign-today">
            <span className={scale.today > 0.6 ? 'before' : undefined} style={{ left: percent(scale.today) }}>
              {text.today(today)}
            </span>
          </div>
        )}
      </div>
      <p className="campaign-timeline-note secondary">
        {meetings.length > 0 ? text.meetings : text.noMeetings}
      </p>
    </Panel>
  );
}

interface PhaseLineProps {
  readonly phase: Phase;
  readonly scale: TimelineScale;
  readonly meetings: readonly Meeting[];
}

function PhaseLine({ phase, scale, meetings }: PhaseLineProps) {
  const { today } = useIdentity();
  const { stands } = standingOf(phase, today);
  const from = scale.at(phase.beginsOn);
  const whole = scale.at(phase.endsOn) - from;
  return (
    <li className={stands} aria-current={stands === 'now' ? 'step' : undefined}>
      <span className="campaign-phase">{phase.name}</span>
      <span className="campaign-track">
        <span
          className="campaign-bar"
          style={{ left: percent(from), width: percent(Math.max(whole, 0.004)) }}
        />
        {bundled(meetings.map((meeting) => ({ meeting, at: scale.at(dayOf(meeting)) }))).map((marks) => (
          <MeetingsMark key={marks[0]?.meeting.id} marks={marks} />
        ))}
      </span>
      <span className="secondary">{standing(phase, today)}</span>
    </li>
  );
}

interface MeetingsMarkProps {
  readonly marks: readonly { readonly meeting: Meeting; readonly at: number }[];
}

/** Meetings that lie near each other stand in one box. */
function MeetingsMark({ marks }: MeetingsMarkProps) {
  const says = marks.map(({ meeting }) => saysOf(meeting)).join('；');
  const isDone = marks.every(({ meeting }) => meeting.doneOn !== null);
  return (
    <span
      className={isDone ? 'campaign-meeting done' : 'campaign-meeting'}
      style={{ left: percent(marks.at(-1)?.at ?? 0) }}
      title={says}
      role="img"
      aria-label={says}
    >
      {marks.map(({ meeting }) => wordOf(meeting).slice(0, 1)).join('')}
    </span>
  );
}

function saysOf(meeting: Meeting): string {
  return text.meetingSays(wordOf(meeting), meeting.name, dayOf(meeting), meeting.doneOn !== null);
}

function wordOf({ meeting }: Meeting): string {
  return meeting ? text.meeting[meeting] : '';
}

function dayOf({ doneOn, dueOn }: Meeting): string {
  return doneOn ?? dueOn;
}

/** Accounts that read no registers see the phases alone. */
function useMeetings(): readonly Meeting[] {
  const reads = useMay('clerk', 'reviewer', 'member', 'leader');
  return useQuery({ ...campaignQueries.meetings, enabled: reads }).data ?? [];
}

export function standing(phase: Phase, today: string): string {
  const stands = standingOf(phase, today);
  if (stands.stands === 'over') return text.over;
  return stands.stands === 'now' ? text.now(stands.day, stands.left) : text.ahead(stands.days);
}

function todaySays(phases: readonly Phase[], { today: within, ahead }: TimelineScale, today: string): string {
  if (ahead > 0) return text.beforeAll(ahead);
  if (within === null) return text.afterAll;
  const phase = phases.find((one) => standingOf(one, today).stands === 'now');
  return phase ? `${phase.name} · ${standing(phase, today)}` : '';
}

function percent(part: number): string {
  return `${(part * 100).toFixed(2)}%`;
}
