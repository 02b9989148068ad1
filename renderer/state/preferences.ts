import { useEffect, useState } from 'react';
import { create } from 'zustand';
import { type Preferences, word } from '../../shared/contract/preferences.ts';
import { core } from './core.ts';

type Words = Readonly<Record<string, string>>;

const NONE: Preferences = { widths: {}, filters: {} };

/** How the signed-in account likes its page; the core keeps it, why there stands in electron/store/preferences.ts. */
const usePreferences = create<Preferences>(() => NONE);

/** @returns whether they have been read, so that nothing jumps; unreadable, everything looks as it did at first */
export function useReadPreferences(): boolean {
  const [isRead, setRead] = useState(false);
  useEffect(() => {
    let isWanted = true;
    void core.office
      .preferences()
      .catch(() => NONE)
      .then((preferences) => {
        if (!isWanted) return;
        usePreferences.setState(preferences, true);
        setRead(true);
      });
    return () => {
      isWanted = false;
    };
  }, []);
  return isRead;
}

/** After a lock: the next account has its own. */
export function forgetPreferences(): void {
  unsaved = null;
  usePreferences.setState(NONE, true);
}

/** Widths in px by column, of those that were changed. */
export function useWidths(table: string | undefined): Readonly<Record<string, number>> {
  return usePreferences(({ widths }) => (table === undefined ? undefined : widths[table])) ?? NO_WIDTHS;
}

const NO_WIDTHS = {};

/** @param width in px; null: as at first */
export function keepWidth(table: string, column: string, width: number | null): void {
  const { [column]: _, ...others } = usePreferences.getState().widths[table] ?? {};
  putWidths(table, width === null ? others : { ...others, [column]: width });
}

export function resetWidths(table: string): void {
  putWidths(table, {});
}

/**
 * What a room shows, such as its view and the states chosen: outlives leaving the room and a restart.
 * @param room its name, such as `personnel.people`
 * @param initial what holds where nothing was chosen yet
 * @returns words and ids alone, never text that was typed, and the way to remember others
 */
export function useRemembered(room: string, initial: Words): [Words, (words: Words) => void] {
  const kept = usePreferences(({ filters }) => filters[room]);
  return [kept ?? initial, (words) => putFilters(room, words)];
}

/**
 * What is remembered under every name that begins so, such as the views of a list that an account has put together.
 * @returns words by name, and the way to keep others under a name; null: nothing any more
 */
export function useRememberedUnder(
  prefix: string,
): [Readonly<Record<string, Words>>, (name: string, words: Words | null) => void] {
  const all = usePreferences(({ filters }) => filters);
  const own = Object.entries(all).filter(([name]) => name.startsWith(prefix));
  return [Object.fromEntries(own), (name, words) => (words ? putFilters(name, words) : dropFilters(name))];
}

function putWidths(table: string, columns: Readonly<Record<string, number>>): void {
  const { widths, filters } = usePreferences.getState();
  const { [table]: _, ...others } = widths;
  const isChanged = Object.keys(columns).length > 0;
  change({ widths: isChanged ? { ...others, [table]: { ...columns } } : others, filters });
}

function putFilters(room: string, words: Words): void {
  const { widths, filters } = usePreferences.getState();
  const fitting = Object.entries(words).filter(([, value]) => word.safeParse(value).success);
  change({ widths, filters: { ...filters, [room]: Object.fromEntries(fitting) } });
}

function dropFilters(room: string): void {
  const { widths, filters } = usePreferences.getState();
  const { [room]: _, ...others } = filters;
  change({ widths, filters: others });
}

let unsaved: Preferences | null = null;
let isSaving = false;

function change(preferences: Preferences): void {
  usePreferences.setState(preferences, true);
  unsaved = preferences;
  if (!isSaving) void save();
}

/** One at a time, the newest next. A comfort that cannot be kept is no reason to disturb anybody. */
async function save(): Promise<void> {
  isSaving = true;
  while (unsaved) {
    const given = unsaved;
    unsaved = null;
    await core.office.savePreferences(given).catch(() => undefined);
  }
  isSaving = false;
}
