import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  carriedMounts,
  driveOf,
  fileSystemOf,
  parseWindowsDisks,
  systemVolumes,
  volumeAt,
} from '../../electron/store/volumes.ts';
import { scratch } from '../support/scratch.ts';

describe('what the system tells of its drives', () => {
  it('on Linux and macOS is where people mount what they plug in; network folders and the system are none', () => {
    const mounts = [
      { at: '/', type: 'ext4' },
      { at: '/home', type: 'ext4' },
      { at: '/media/u/交换盘 03', type: 'vfat' },
      { at: '/run/media/u/BIG', type: 'exfat' },
      { at: '/mnt/share', type: 'cifs' },
      { at: '/mnt', type: 'ext4' },
      { at: '/mnt/system/tools/v1', type: 'ext4' },
      { at: '/Volumes/STICK', type: 'msdos' },
    ];
    expect(carriedMounts(mounts).map(({ at }) => at)).toEqual([
      ...['/media/u/交换盘 03', '/run/media/u/BIG', '/Volumes/STICK'],
    ]);
    const twice = [...mounts, { at: '/media/u/交换盘 03', type: 'nfs4' }];
    expect(carriedMounts(twice).map(({ at }) => at)).not.toContain('/media/u/交换盘 03');
  });

  it.each([
    ['vfat', 'fat'],
    ['FAT32', 'fat'],
    ['msdos', 'fat'],
    ['exFAT', 'exfat'],
    ['NTFS', 'ntfs'],
    ['fuseblk', 'ntfs'],
    ['ext4', 'other'],
    ['', null],
  ] as const)('names the format %s as %s', (told, name) => {
    expect(fileSystemOf(told)).toBe(name);
  });

  it('on Windows is what its own list says: sticks and disks, by letter and label, one alone without a list', () => {
    const stick = { DeviceID: 'E:', DriveType: 2, VolumeName: '交换盘', FileSystem: 'FAT32' };
    const disks = [
      { DeviceID: 'C:', DriveType: 3, VolumeName: '', FileSystem: 'NTFS' },
      stick,
      { DeviceID: 'Z:', DriveType: 4, VolumeName: 'share', FileSystem: 'NTFS' },
      { DeviceID: 'D:', DriveType: 5, VolumeName: null, FileSystem: null },
    ];
    expect(parseWindowsDisks(JSON.stringify(disks))).toEqual([
      { path: 'C:\\', label: 'C:', removable: false, fileSystem: 'ntfs' },
      { path: 'E:\\', label: '交换盘', removable: true, fileSystem: 'fat' },
    ]);
    expect(parseWindowsDisks(JSON.stringify(stick))).toHaveLength(1);
  });

  it('finds the innermost drive of a folder, and no other that begins alike', () => {
    const drives = [`${sep}media`, join(sep, 'media', 'u'), join(sep, 'media', 'other')].map((path) => ({
      path,
    }));
    expect(driveOf(join(sep, 'media', 'u', 'bundles'), drives)?.path).toBe(join(sep, 'media', 'u'));
    expect(driveOf(join(sep, 'media', 'ux'), drives)?.path).toBe(`${sep}media`);
    expect(driveOf(join(sep, 'home'), drives)).toBeUndefined();
  });
});

describe('a folder as a place to write to', () => {
  it('has its room, and is none where there is no folder', () => {
    const folder = scratch();
    const volume = volumeAt({ path: folder });
    expect(volume).toMatchObject({ path: folder, writable: true });
    expect(volume!.freeBytes).toBeGreaterThan(0);
    expect(volume!.totalBytes).toBeGreaterThanOrEqual(volume!.freeBytes);
    expect(volumeAt({ path: join(folder, 'none') })).toBeUndefined();
  });

  it('is listed first where LEDGER_PLACES names it; what it names and is not there is left out', async () => {
    const folder = scratch();
    const separator = process.platform === 'win32' ? ';' : ':';
    const named = { LEDGER_PLACES: [folder, join(folder, 'none')].join(separator) };
    const [first, ...others] = await systemVolumes(named).list();
    expect(first?.path).toBe(folder);
    expect(others.map(({ path }) => path)).not.toContain(join(folder, 'none'));
    expect((await systemVolumes({}).of(folder))?.path).toBe(folder);
    expect(existsSync(folder)).toBe(true);
  });
});
