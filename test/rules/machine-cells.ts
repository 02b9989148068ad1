import { expect, test } from 'vitest';
import { type Attempt, findMove, type Machine, movesFrom } from '../../shared/rules/moves.ts';
import { ACCOUNT_ROLES, type AccountRole } from '../../shared/vocabulary/words.ts';

/** One line a cell: `state move to role…`; every cell that is not written down has to be refused. */
export type Cells = string;

interface Cell {
  to: string;
  roles: string[];
}

export function readCells(cells: Cells): Map<string, Cell> {
  const lines = cells.trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [state, move, to, ...roles] = line.trim().split(/\s+/);
      return [`${state} ${move}`, { to: to!, roles }] as const;
    }),
  );
}

/** An attempt in which everything but role and state is in order. */
export function attempt<State extends string, Facts>(
  roles: readonly AccountRole[],
  facts: Facts,
  more: Partial<Attempt<State, Facts>> = {},
): Attempt<State, Facts> {
  const given = new Proxy({}, { get: () => 'filled' });
  return { roles, account: 1, submittedBy: 2, singleAccount: false, given, facts, ...more };
}

/** Specifies a machine by all its cells: each works for exactly the roles written down, or gives its named error. */
export function specifyCells<State extends string, Move extends string, Facts>(
  machine: Machine<State, Move, Facts>,
  moves: readonly Move[],
  factsFor: (move: Move) => Facts,
  cells: Cells,
): void {
  const expected = readCells(cells);

  test('every (state, move, role) cell works or gives its named error', () => {
    let walked = 0;
    for (const state of machine.states) {
      for (const move of moves) {
        for (const role of ACCOUNT_ROLES) {
          const cell = expected.get(`${state} ${move}`);
          const origin = { origin: machine.initial };
          const verdict = findMove(machine, state, move, attempt([role], factsFor(move), origin));
          const where = `${state} ${move} ${role}`;
          if (cell?.roles.includes(role)) {
            expect(verdict, where).toMatchObject({ allowed: true, to: cell.to });
          } else {
            const code = cell ? 'not_allowed' : 'move_not_allowed';
            expect(verdict, where).toMatchObject({ allowed: false, code });
            if (cell && !verdict.allowed)
              expect([...(verdict.fields.needs as string[])].sort()).toEqual([...cell.roles].sort());
          }
          walked += 1;
        }
      }
    }
    expect(walked).toBe(machine.states.length * moves.length * ACCOUNT_ROLES.length);
    expect([...expected.keys()].every((key) => machine.states.includes(key.split(' ')[0] as State))).toBe(
      true,
    );
  });

  test('no state is a dead end but those named terminal, and every state with a way out is reached', () => {
    const deadEnds = machine.states.filter((state) => movesFrom(machine, state).length === 0);
    expect(deadEnds).toEqual(machine.terminal);
    const reached = new Set<State>([machine.initial]);
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const one of machine.transitions) {
        if (one.to !== 'origin' && one.to !== 'same' && one.from.some((from) => reached.has(from)))
          reached.add(one.to);
      }
    }
    expect(machine.states.filter((state) => !reached.has(state) && !deadEnds.includes(state))).toEqual([]);
  });

  test('every move of the vocabulary is in the machine, and the machine has no other', () => {
    expect(new Set(machine.transitions.map((one) => one.move))).toEqual(new Set(moves));
  });
}
