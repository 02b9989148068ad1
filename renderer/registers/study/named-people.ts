import { foldName } from '../../../shared/rules/names.ts';

/** Somebody of the roster, as a list of expected people may name them. */
export interface Named {
  readonly id: string;
  readonly name: string | null;
  readonly unitName: string | null;
}

export interface ReadNames {
  readonly ids: readonly string[];
  /** Names that nobody of the roster has. */
  readonly unknown: readonly string[];
  /** Names that several have: the list must be completed by hand. */
  readonly shared: readonly string[];
}

/** Names stand one to a line, or with pause marks, commas, semicolons or tabs between them. */
const BETWEEN = /[\u3001,\uff0c;\uff1b\t\r\n]+/u;

/** Whom a pasted list of names means; nobody is guessed. */
export function readNames(text: string, roster: readonly Named[]): ReadNames {
  const byName = Map.groupBy(roster, ({ name }) => foldName(name ?? ''));
  const names = [...new Set(text.split(BETWEEN).map((name) => name.trim()))].filter(Boolean);
  const found = names.map((name) => ({ name, people: byName.get(foldName(name)) ?? [] }));
  return {
    ids: found.flatMap(({ people }) => (people.length === 1 ? people.map(({ id }) => id) : [])),
    unknown: found.filter(({ people }) => people.length === 0).map(({ name }) => name),
    shared: found.filter(({ people }) => people.length > 1).map(({ name }) => name),
  };
}
