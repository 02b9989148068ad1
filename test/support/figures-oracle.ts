/**
 * The figures of domain.md's table, slow and obvious: one loop per sentence, over plain records, sharing no
 * code with shared/rules. What production computes in SQL is held against this.
 */
import type {
  ActionOrigin,
  ActionState,
  EducationType,
  FigureId,
  FilingState,
  ItemMove,
  ItemSource,
  ItemState,
  Makeup,
  Mark,
  PostingStatus,
  SessionState,
} from '../../shared/vocabulary/words.ts';

/** ISO calendar dates, which compare as strings. */
type Day = string;

export interface FigureRecords {
  people: { id: string; postings: { unit: string; status: PostingStatus; from: Day; until: Day | null }[] }[];
  sessions: {
    id: string;
    day: Day;
    mandatory: boolean;
    types: EducationType[];
    state: SessionState;
    marks: { person: string; unit: string; mark: Mark; makeup: Makeup; makeupOn: Day | null }[];
  }[];
  rounds: { id: string; begins: Day; ends: Day }[];
  filings: { round: string; person: string; filedOn: Day; state: FilingState }[];
  items: {
    id: string;
    source: ItemSource;
    /** The first due date. */
    due: Day | null;
    /** The extended one as it stands today; it counts by itself only when no move says since when. */
    extendedDue: Day | null;
    /** Oldest first; what is not there on a day was a draft. */
    moves: { move: ItemMove; to: ItemState; on: Day; appliedOn?: Day | null; newDue?: Day | null }[];
  }[];
  /** Absent: none were planned. */
  actions?: {
    id: string;
    origin: ActionOrigin;
    due: Day;
    /** Oldest first; before the first the action is planned. */
    moves: { to: ActionState; on: Day }[];
  }[];
  /** Absent: nobody was talked with. */
  talks?: { person: string; on: Day }[];
  requiredTypes: EducationType[];
}

export interface Share {
  numerator: number;
  denominator: number;
}

/**
 * Every figure as of the end of `D`, under today's knowledge. `attendanceRate` is 0/0 unless a session is
 * named, `selfInspectionCoverage` 0/0 before the first round has begun.
 */
export function figuresOracle(
  records: FigureRecords,
  D: Day,
  asked: { session?: string; round?: string } = {},
): Record<FigureId, Share> {
  return {
    attendanceRate: attendanceRate(records, D, asked.session),
    participationFirst: participation(records, D, false),
    participationWithMakeup: participation(records, D, true),
    coverage: coverage(records, D),
    actionCompletion: actionCompletion(records, D),
    makeupCompletion: makeupCompletion(records, D),
    selfInspectionCoverage: selfInspectionCoverage(records, D, asked.round),
    talkCoverage: talkCoverage(records, D),
    rectificationCompletion: itemShare(records, D, ['groupReview', 'closed']),
    closureRate: itemShare(records, D, ['closed']),
    onTimeRate: onTime(records, D, (item) => item.due),
    onTimeRateExtended: onTime(records, D, (item) => extendedDueOn(item, D) ?? item.due),
    reworkRate: reworkRate(records, D),
  };
}

type Session = FigureRecords['sessions'][number];
type SessionMark = Session['marks'][number];
type Item = FigureRecords['items'][number];

const present = (mark: SessionMark) => ['present', 'video', 'late'].includes(mark.mark);
const away = (mark: SessionMark) =>
  ['officialLeave', 'sickLeave', 'personalLeave', 'duty', 'leave', 'absent'].includes(mark.mark);
/** 应到 = expected − 免到. */
const due = (mark: SessionMark) => mark.mark !== 'exempt';
/** A make-up has its own business date: the session may lie before D and the make-up after it. */
const confirmedBy = (mark: SessionMark, D: Day) =>
  away(mark) && mark.makeup === 'confirmed' && mark.makeupOn !== null && mark.makeupOn <= D;
const waivedBy = (mark: SessionMark, D: Day) =>
  away(mark) && mark.makeup === 'waived' && mark.makeupOn !== null && mark.makeupOn <= D;

/** E: a posting covers [from, until). */
function peopleInE(records: FigureRecords, day: Day): Set<string> {
  const inE = new Set<string>();
  for (const person of records.people) {
    for (const posting of person.postings) {
      const there = posting.from <= day && (posting.until === null || day < posting.until);
      if (there && (posting.status === 'onDuty' || posting.status === 'secondedIn')) inE.add(person.id);
    }
  }
  return inE;
}

function talkCoverage(records: FigureRecords, D: Day): Share {
  const inE = peopleInE(records, D);
  let numerator = 0;
  for (const person of inE) {
    if ((records.talks ?? []).some((talk) => talk.person === person && talk.on <= D)) numerator += 1;
  }
  return { numerator, denominator: inE.size };
}

function attendanceRate(records: FigureRecords, D: Day, id?: string): Share {
  const share = { numerator: 0, denominator: 0 };
  for (const session of records.sessions) {
    // one session, mandatory or not; but “only approved sessions count”, and only those held by D
    if (session.id !== id || session.state !== 'approved' || session.day > D) continue;
    for (const mark of session.marks) {
      if (due(mark)) share.denominator += 1;
      if (present(mark)) share.numerator += 1;
    }
  }
  return share;
}

/** Approved mandatory sessions whose day is ≤ D. */
function mandatorySessions(records: FigureRecords, D: Day): Session[] {
  return records.sessions.filter((one) => one.state === 'approved' && one.mandatory && one.day <= D);
}

function participation(records: FigureRecords, D: Day, withMakeup: boolean): Share {
  const share = { numerator: 0, denominator: 0 };
  for (const session of mandatorySessions(records, D)) {
    for (const mark of session.marks) {
      if (due(mark)) share.denominator += 1;
      if (present(mark) || (withMakeup && confirmedBy(mark, D))) share.numerator += 1;
    }
  }
  return share;
}

function coverage(records: FigureRecords, D: Day): Share {
  const inE = peopleInE(records, D);
  let numerator = 0;
  for (const person of inE) {
    const reached = new Set<EducationType>();
    for (const session of mandatorySessions(records, D)) {
      for (const mark of session.marks) {
        if (mark.person !== person) continue;
        if (present(mark) || confirmedBy(mark, D)) for (const type of session.types) reached.add(type);
      }
    }
    if (records.requiredTypes.every((type) => reached.has(type))) numerator += 1;
  }
  return { numerator, denominator: inE.size };
}

/** 自选动作 and what was called off by D stand in neither number. */
function actionCompletion(records: FigureRecords, D: Day): Share {
  const share = { numerator: 0, denominator: 0 };
  for (const action of records.actions ?? []) {
    const state = action.moves.filter((move) => move.on <= D).at(-1)?.to ?? 'planned';
    if (action.origin === 'own' || action.due > D || state === 'cancelled') continue;
    share.denominator += 1;
    if (state === 'done') share.numerator += 1;
  }
  return share;
}

function makeupCompletion(records: FigureRecords, D: Day): Share {
  const share = { numerator: 0, denominator: 0 };
  for (const session of mandatorySessions(records, D)) {
    for (const mark of session.marks) {
      if (away(mark) && !waivedBy(mark, D)) share.denominator += 1;
      if (confirmedBy(mark, D)) share.numerator += 1;
    }
  }
  return share;
}

function selfInspectionCoverage(records: FigureRecords, D: Day, id?: string): Share {
  const begun = records.rounds.filter((round) => round.begins <= D);
  begun.sort((a, b) => (a.begins === b.begins ? (a.ends < b.ends ? -1 : 1) : a.begins < b.begins ? -1 : 1));
  // a round named before it has begun is still asked about: E stands, nobody has filed
  const round = id === undefined ? begun.at(-1) : records.rounds.find((one) => one.id === id);
  if (!round) return { numerator: 0, denominator: 0 };
  const inE = peopleInE(records, D < round.ends ? D : round.ends);
  const filed = new Set<string>();
  for (const filing of records.filings) {
    // a filing after the round's end is late and counts, for those who were in E when it ended
    if (filing.round === round.id && filing.filedOn <= D && filing.state !== 'returned')
      filed.add(filing.person);
  }
  return { numerator: [...filed].filter((person) => inE.has(person)).length, denominator: inE.size };
}

function movesBy(item: Item, D: Day): Item['moves'] {
  return item.moves.filter((move) => move.on <= D);
}

/** An item that was not issued by D is a draft on D, and a draft counts nowhere. */
function stateOn(item: Item, D: Day): ItemState {
  return movesBy(item, D).at(-1)?.to ?? 'draft';
}

function itemShare(records: FigureRecords, D: Day, done: ItemState[]): Share {
  const share = { numerator: 0, denominator: 0 };
  for (const item of records.items) {
    const state = stateOn(item, D);
    if (['draft', 'merged', 'suspended', 'voided'].includes(state)) continue;
    share.denominator += 1;
    if (done.includes(state)) share.numerator += 1;
  }
  return share;
}

/** The extended date in force on D; without a dated extension the recorded one has always been known. */
function extendedDueOn(item: Item, D: Day): Day | null {
  if (!item.moves.some((move) => move.newDue)) return item.extendedDue;
  let extended: Day | null = null;
  for (const move of movesBy(item, D)) if (move.newDue) extended = move.newDue;
  return extended;
}

/** Of one item's moves by D: the date of the application that the last approval or report upward was given to. */
function approvedApplication(item: Item, D: Day): Day | null {
  let applied: Day | null = null;
  let approved: Day | null = null;
  for (const move of movesBy(item, D)) {
    if (move.move === 'apply') applied = move.appliedOn ?? move.on;
    if (move.move === 'approve' || move.move === 'reportUp') approved = applied;
  }
  return approved;
}

/**
 * “once for the first and once for the extended date, each with its own denominator”: the second asks by
 * the date in force, which is the first one where nothing was extended.
 */
function onTime(records: FigureRecords, D: Day, dueOf: (item: Item) => Day | null): Share {
  const share = { numerator: 0, denominator: 0 };
  for (const item of records.items) {
    const state = stateOn(item, D);
    const dueOn = dueOf(item);
    if (['draft', 'merged', 'suspended', 'longTerm', 'voided'].includes(state)) continue;
    if (dueOn === null || dueOn > D) continue;
    share.denominator += 1;
    const applied = approvedApplication(item, D);
    if ((state === 'groupReview' || state === 'closed') && applied !== null && applied <= dueOn)
      share.numerator += 1;
  }
  return share;
}

/** Ever is ever: an item voided or merged later was submitted and returned all the same. */
function reworkRate(records: FigureRecords, D: Day): Share {
  const share = { numerator: 0, denominator: 0 };
  for (const item of records.items) {
    const moves = movesBy(item, D).map((one) => one.move);
    if (!moves.includes('apply')) continue;
    share.denominator += 1;
    if (moves.includes('return') || moves.includes('returnForRework')) share.numerator += 1;
  }
  return share;
}
