import { join } from 'node:path';
import { type Anchor, type Anchored, type AnchorFile, openAnchor } from './anchor-file.ts';
import type { Ports } from './ports.ts';

/**
 * The two anchors of a ledger. Neither can refuse a write: when it is their turn the write is committed, and
 * a database ahead of its anchors heals at the next opening. A place that cannot be written is a warning.
 */
export interface Anchors {
  /** Those that were there, the further one first. */
  readonly found: readonly Anchor[];
  /** This PC has not opened the ledger before. */
  readonly newHere: boolean;
  /** Places, `beside` and `applicationData`, that were damaged or whose last write failed. */
  warnings(): readonly AnchorWarning[];
  write(head: Anchored): void;
  close(): void;
}

export type AnchorPlace = 'beside' | 'applicationData';
export type AnchorWarning = `anchor_${'damaged' | 'unwritable'}_${AnchorPlace}`;

export function anchorBeside(folder: string): string {
  return join(folder, 'anchor');
}

/** Where the PC keeps its own. */
export function anchorOfPc(applicationData: string, dataId: string): string {
  return join(applicationData, 'anchors', dataId);
}

export function openAnchors(folder: string, ports: Ports, dataId: string): Anchors {
  const places: Place[] = [
    place('beside', anchorBeside(folder), dataId),
    place('applicationData', anchorOfPc(ports.applicationData, dataId), dataId),
  ];
  const found = places.flatMap(({ file }) => file?.found ?? []);
  return {
    found: found.sort(further),
    newHere: places[1]?.file?.found === undefined,
    warnings: () => places.flatMap(({ warning }) => warning ?? []),
    write: (head) => {
      for (const each of places) writeTo(each, head);
    },
    close: () => {
      for (const { file } of places) file?.close();
    },
  };
}

interface Place {
  readonly name: AnchorPlace;
  readonly open: () => AnchorFile;
  file: AnchorFile | undefined;
  warning: AnchorWarning | undefined;
}

function place(name: AnchorPlace, path: string, dataId: string): Place {
  const open = () => openAnchor(path, dataId);
  try {
    const file = open();
    return { name, open, file, warning: file.damaged ? `anchor_damaged_${name}` : undefined };
  } catch {
    return { name, open, file: undefined, warning: `anchor_unwritable_${name}` };
  }
}

function writeTo(each: Place, head: Anchored): void {
  try {
    each.file ??= each.open();
    each.file.write(head);
    each.warning = undefined;
  } catch {
    each.warning = `anchor_unwritable_${each.name}`;
  }
}

function further(a: Anchor, b: Anchor): number {
  return b.epochCounter - a.epochCounter || b.seq - a.seq;
}
