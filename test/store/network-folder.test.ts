import { expect, test } from 'vitest';
import {
  isNetworkFileSystem,
  isNetworkFolder,
  isNetworkMount,
  isUncPath,
  parseMacMounts,
  parseMountinfo,
} from '../../electron/store/network-folder.ts';
import { scratch } from '../support/scratch.ts';

test.each([
  ['NFS', 0x6969, true],
  ['CIFS, as a signed field gives it', 0xff534d42 | 0, true],
  ['SMB2', 0xfe534d42, true],
  ['ext4', 0xef53, false],
  ['btrfs, as a signed field gives it', 0x9123683e | 0, false],
  ['tmpfs', 0x01021994, false],
  ['9p, which shows a drive of the same machine', 0x01021997, false],
  ['FUSE, whose type tells nothing', 0x65735546, false],
])('Linux: %s', (_, type, expected) => {
  expect(isNetworkFileSystem(type)).toBe(expected);
});

const MOUNTINFO = `22 28 0:20 / /sys rw,nosuid,nodev,noexec,relatime shared:7 - sysfs sysfs rw
28 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw,errors=remount-ro
95 28 0:45 / /mnt/share\\040one rw,relatime shared:51 - cifs //server/share rw,vers=3.1.1
96 28 0:46 / /home/a/remote rw,nosuid,nodev,relatime shared:52 - fuse.sshfs a@host: rw,user_id=1000
97 96 8:3 / /home/a/remote/disk rw,relatime shared:53 - ext4 /dev/sda3 rw
98 28 0:47 / /media/a/STICK rw,nosuid,nodev,relatime shared:54 - fuseblk /dev/sdb1 rw
`;

test.each([
  ['/mnt/share one/books', true],
  ['/mnt/share one', true],
  ['/mnt/share', false],
  ['/home/a/remote/books', true],
  ['/home/a/remote/disk/books', false],
  ['/home/a/remoter', false],
  ['/media/a/STICK/books', false],
  ['/home/a', false],
])('Linux: the nearest mount above %s decides', (path, expected) => {
  expect(isNetworkMount(path, parseMountinfo(MOUNTINFO))).toBe(expected);
});

const MAC_MOUNT = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect)
//clerk@server._smb._tcp.local/office (2) on /Volumes/office (2) (smbfs, nodev, nosuid, mounted by clerk)
server:/export on /Volumes/nfs (nfs, nodev, nosuid)
/dev/disk4s1 on /Volumes/STICK (exfat, local, nodev, nosuid, noowners)
`;

test.each([
  ['/Volumes/office (2)/books', true],
  ['/Volumes/nfs/books', true],
  ['/Volumes/STICK/books', false],
  ['/Users/clerk/Library', false],
])('macOS: the nearest mount above %s decides', (path, expected) => {
  expect(isNetworkMount(path, parseMacMounts(MAC_MOUNT))).toBe(expected);
});

test.each([
  ['\\\\server\\share\\books', true],
  ['\\\\?\\UNC\\server\\share\\books', true],
  ['//server/share', true],
  ['\\\\?\\C:\\books', false],
  ['C:\\books', false],
  ['\\\\.\\C:\\books', false],
])('Windows: %s', (path, expected) => {
  expect(isUncPath(path)).toBe(expected);
});

test('this machine is asked about a folder that does not exist yet by its nearest parent', () => {
  expect(isNetworkFolder(`${scratch()}/not/yet/there`)).toBe(false);
});
