import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRemembered } from './preferences.ts';

type Params = Readonly<Record<string, unknown>>;
type Words = Readonly<Record<string, string>>;

interface RoomWords {
  /** Under which its filters are remembered. */
  readonly room: string;
  /** Of the address: views and filters that outlive leaving the room. */
  readonly remembered: readonly string[];
  /** What narrows the list too, but for this once: typed text, a number of the work list. */
  readonly passing: readonly string[];
}

/**
 * What a room shows, as it stands in the address. An address that names a view or a filter is followed to the
 * letter, as it came from a link that promises certain rows; one that names none shows what was chosen last.
 */
export function useRoomAddress({ room, remembered, passing }: RoomWords) {
  const address: Params = useSearch({ strict: false });
  const navigate = useNavigate();
  const [kept, remember] = useRemembered(room, {});
  const params = paramsOf(address, kept, [...remembered, ...passing]);
  return { params, change };

  /** What changes only what is shown is no step to go back to. */
  function change(part: Params): void {
    const next = given({ ...params, ...part });
    if (remembered.some((name) => name in part)) remember(only(next, remembered));
    void navigate({ to: '.', search: next, replace: true });
  }
}

export function paramsOf(address: Params, kept: Words, narrowing: readonly string[]): Params {
  return narrowing.some((name) => address[name] !== undefined) ? address : { ...kept, ...address };
}

function given(params: Params): Words {
  const entries = Object.entries(params).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

function only(words: Words, names: readonly string[]): Words {
  return Object.fromEntries(Object.entries(words).filter(([name]) => names.includes(name)));
}
