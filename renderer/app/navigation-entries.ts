import type { Identity } from '../state/session.ts';
import { frameText } from '../text/frame.ts';

const { pages } = frameText;

export interface NavigationEntry {
  readonly to: string;
  readonly title: string;
  /** Registers whose matters wait here; their count stands beside the title. */
  readonly register?: string;
  /** Rooms that are reached from it by tabs. */
  readonly rooms?: readonly string[];
  /** A rule is drawn above it. */
  readonly startsGroup?: boolean;
}

const OFFICE: readonly NavigationEntry[] = [
  { to: '/', title: pages.workList },
  { to: '/personnel', title: pages.personnel, register: 'personnel' },
  { to: '/study', title: pages.study, register: 'study' },
  { to: '/self-inspection', title: pages.selfInspection, register: 'selfInspection' },
  { to: '/rectification', title: pages.rectification, register: 'rectification' },
  { to: '/actions', title: pages.actions, register: 'actions' },
  { to: '/evaluation', title: pages.evaluation, register: 'evaluation' },
  { to: '/talks', title: pages.supporting, rooms: ['/institutions', '/counters'] },
  { to: '/exchange', title: pages.exchange, register: 'exchange', startsGroup: true },
  { to: '/figures', title: pages.figures },
  { to: '/campaign', title: pages.campaign },
  { to: '/system', title: pages.system },
];

const GROUP: readonly NavigationEntry[] = [
  { to: '/', title: pages.workList },
  { to: '/offices', title: pages.offices },
  { to: '/feedback', title: pages.feedback, register: 'rectification' },
  { to: '/evaluation', title: pages.evaluation, register: 'evaluation' },
  { to: '/exchange', title: pages.groupExchange, register: 'exchange', startsGroup: true },
  { to: '/figures', title: pages.figures },
  { to: '/campaign', title: pages.campaign },
  { to: '/system', title: pages.system },
];

/** An administrator sees the rooms that hold no register content. */
const ADMINISTRATION = ['/', '/exchange', '/figures', '/campaign', '/system'];

/** With Alt they lead to the rooms, in the order of the row of keys. */
export const ROOM_KEYS = [...'1234567890-='];

export function navigationOf(identity: Identity): readonly NavigationEntry[] {
  const all = identity.role === 'office' ? OFFICE : GROUP;
  return all.filter(({ to }) => mayEnter(identity, to));
}

/** Whoever signs in after another account may stand in a room that is not for them. */
export function mayEnter({ account }: Identity, path: string): boolean {
  const readsRegisters = account?.roles.some((role) => role !== 'administrator') ?? false;
  return readsRegisters || ADMINISTRATION.some((room) => path === room || path.startsWith(`${room}/`));
}
