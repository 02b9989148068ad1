/**
 * Drives that files can be carried away on. What the system tells is read by pure functions; `systemVolumes` asks it.
 */
import { execFile, execFileSync } from 'node:child_process';
import { accessSync, constants, readFileSync, realpathSync, statfsSync, statSync } from 'node:fs';
import { basename, delimiter, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import type { FileSystem } from '../../shared/vocabulary/exchange-words.ts';
import { isNetworkMount, type Mount, parseMacMounts, parseMountinfo } from './network-folder.ts';

/** A drive, or a folder of one, as a place to write to. */
export interface Volume {
  readonly path: string;
  readonly label: string;
  /** null: the system does not tell. */
  readonly removable: boolean | null;
  readonly fileSystem: FileSystem | null;
  readonly freeBytes: number;
  readonly totalBytes: number;
  readonly writable: boolean;
}

/** What is asked of the system about the drives of this PC. */
export interface Volumes {
  /** Those that can be pulled out first. */
  list(): Promise<readonly Volume[]>;
  /** The drive of a folder, under the folder's own path; undefined when there is no such folder. */
  of(folder: string): Promise<Volume | undefined>;
}

/** @param environment `LEDGER_PLACES` names folders that are listed before the drives, parted as in PATH */
export function systemVolumes(environment: Readonly<Record<string, string | undefined>>): Volumes {
  const named = (environment.LEDGER_PLACES ?? '').split(delimiter).filter((path) => path !== '');
  return {
    async list() {
      const drives = await systemDrives();
      const told = [...named.map((path) => ({ path })), ...drives];
      const volumes = told.flatMap((drive) => volumeAt(drive) ?? []);
      const first = (volume: Volume) => Number(!named.includes(volume.path) && volume.removable !== true);
      return volumes.sort((a, b) => first(a) - first(b));
    },
    async of(folder) {
      const path = resolve(folder);
      return volumeAt({ ...driveOf(path, await systemDrives()), path, label: undefined });
    },
  };
}

/** What is known of a drive before its file system is asked. */
export interface Drive {
  readonly path: string;
  readonly label?: string | undefined;
  readonly removable?: boolean | null | undefined;
  readonly fileSystem?: FileSystem | null | undefined;
}

/** The innermost drive that a folder lies on, of those that are known. */
export function driveOf(folder: string, drives: readonly Drive[]): Drive | undefined {
  const holds = ({ path }: Drive) =>
    folder === path || folder.startsWith(path.endsWith(sep) ? path : `${path}${sep}`);
  return drives.filter(holds).sort((a, b) => b.path.length - a.path.length)[0];
}

async function systemDrives(): Promise<Drive[]> {
  if (process.platform === 'win32') return await windowsDrives();
  const mounts = systemMounts();
  return carriedMounts(mounts).map(({ at, type }) => ({ path: at, fileSystem: fileSystemOf(type) }));
}

function systemMounts(): Mount[] {
  if (process.platform === 'darwin') return parseMacMounts(execFileSync('/sbin/mount', { encoding: 'utf8' }));
  return parseMountinfo(readFileSync('/proc/self/mountinfo', 'utf8'));
}

/** Where desktops and people mount what they plug in; what lies deeper is the system's own. */
const CARRIED = /^\/((mnt|Volumes)\/[^/]+|(media|run\/media)\/[^/]+(\/[^/]+)?)$/;

/** Mounts of local media among all; a mount hidden by a later one at its place is left out. */
export function carriedMounts(mounts: readonly Mount[]): Mount[] {
  const last = new Map(mounts.map((mount) => [mount.at, mount]));
  return [...last.values()].filter(({ at }) => CARRIED.test(at) && !isNetworkMount(at, [...last.values()]));
}

/** By the names of Linux and macOS mounts and of Windows volumes. */
export function fileSystemOf(type: string): FileSystem | null {
  const name = type.toLowerCase();
  if (name === '') return null;
  if (/^(vfat|msdos|fat(12|16|32)?)$/.test(name)) return 'fat';
  if (name === 'exfat' || name === 'fuse.exfat') return 'exfat';
  if (/^(ntfs|ntfs3|fuse\.ntfs(-3g)?)$/.test(name)) return 'ntfs';
  // a block device served by a program in Linux is NTFS or exFAT; both take large files
  return name === 'fuseblk' ? 'ntfs' : 'other';
}

/** Linux `statfs.f_type`; linux/magic.h. */
const MAGIC: ReadonlyMap<number, FileSystem> = new Map([
  [0x4d44, 'fat'],
  [0x2011bab0, 'exfat'],
  [0x5346544e, 'ntfs'],
  [0x7366746e, 'ntfs'],
]);

/** A folder as a place to write to; undefined where there is none, or no medium in the drive. */
export function volumeAt({ path, label, removable, fileSystem }: Drive): Volume | undefined {
  try {
    const folder = statSync(path);
    if (!folder.isDirectory()) return undefined;
    const { bsize, blocks, bavail, type } = statfsSync(path);
    return {
      path,
      label: label || basename(path) || path,
      removable: removable === undefined ? isRemovable(folder.dev) : removable,
      fileSystem: fileSystem === undefined ? ofMagic(type) : fileSystem,
      freeBytes: bavail * bsize,
      totalBytes: blocks * bsize,
      writable: isWritable(path),
    };
  } catch {
    return undefined;
  }
}

function ofMagic(type: number): FileSystem | null {
  return process.platform === 'linux' ? (MAGIC.get(type >>> 0) ?? 'other') : null;
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Linux alone tells it for nothing: by the block device, or because it hangs on USB. */
function isRemovable(device: number): boolean | null {
  if (process.platform !== 'linux') return null;
  const [major, minor] = [(device >> 8) & 0xfff, (device & 0xff) | ((device >> 12) & 0xfff00)];
  try {
    const block = realpathSync.native(`/sys/dev/block/${major}:${minor}`);
    const flags = ['removable', '../removable'].map((name) => readText(join(block, name)));
    return block.includes('/usb') || flags.some((flag) => flag.trim() === '1');
  } catch {
    // Not on a block device, such as memory.
    return null;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const ASKED =
  'Get-CimInstance Win32_LogicalDisk | Select-Object DeviceID,DriveType,VolumeName,FileSystem | ConvertTo-Json';

/** Windows itself is asked, since Node is not told what kind of drive a letter is; without its answer, by letter. */
async function windowsDrives(): Promise<Drive[]> {
  const command = [
    '-NoProfile',
    '-NonInteractive',
    '-Command',
    `[Console]::OutputEncoding=[Text.Encoding]::UTF8;${ASKED}`,
  ];
  try {
    const { stdout } = await promisify(execFile)('powershell.exe', command, {
      timeout: 8000,
      windowsHide: true,
    });
    return parseWindowsDisks(stdout);
  } catch {
    return [...'CDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => ({ path: `${letter}:\\`, removable: null }));
  }
}

/** `DriveType` of Win32_LogicalDisk: 2 removable, 3 local, 4 network, 5 compact disc. One disk comes without a list. */
export function parseWindowsDisks(json: string): Drive[] {
  const told = JSON.parse(json) as WindowsDisk | WindowsDisk[];
  const disks = Array.isArray(told) ? told : [told];
  return disks
    .filter(({ DriveType }) => DriveType === 2 || DriveType === 3)
    .map(({ DeviceID, DriveType, VolumeName, FileSystem }) => ({
      path: `${DeviceID}\\`,
      label: VolumeName || DeviceID,
      removable: DriveType === 2,
      fileSystem: fileSystemOf(FileSystem ?? ''),
    }));
}

interface WindowsDisk {
  readonly DeviceID: string;
  readonly DriveType: number;
  readonly VolumeName: string | null;
  readonly FileSystem: string | null;
}
