/**
 * Whether a folder lies on another machine. SQLite's locks and shared memory do not hold over network file
 * systems, and one office has one PC that writes; so such folders are refused (`network_folder`).
 * The decisions are pure functions of what the system tells; `isNetworkFolder` asks the system.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** @returns true when the folder, or the nearest parent that exists, is on a network drive. */
export function isNetworkFolder(folder: string): boolean {
  const place = realpathSync.native(nearestExisting(resolve(folder)));
  if (process.platform === 'win32') return isUncPath(place);
  if (process.platform === 'darwin') {
    return isNetworkMount(place, parseMacMounts(execFileSync('/sbin/mount', { encoding: 'utf8' })));
  }
  if (isNetworkFileSystem(statfsSync(place).type)) return true;
  return isNetworkMount(place, parseMountinfo(readFileSync('/proc/self/mountinfo', 'utf8')));
}

/** Linux `statfs.f_type` of network file systems; linux/magic.h and statfs(2). 9p and FUSE tell nothing here. */
const NETWORK_MAGIC: ReadonlySet<number> = new Set([
  0x00006969, // NFS
  0x0000517b, // SMB
  0xff534d42, // CIFS
  0xfe534d42, // SMB2
  0x5346414f, // AFS (OpenAFS)
  0x6b414653, // AFS (kernel)
  0x73757245, // CODA
  0x0000564c, // NCP
  0x00c36400, // Ceph
  0x0bd00bd0, // Lustre
  0x01161970, // GFS2
  0x7461636f, // OCFS2
]);

/** `type` may come sign-extended from a 32-bit field. */
export function isNetworkFileSystem(type: number): boolean {
  return NETWORK_MAGIC.has(type >>> 0);
}

const NETWORK_TYPES = new Set(
  (
    'nfs nfs4 cifs smb3 smbfs afs afpfs ncpfs coda ceph lustre gfs2 ocfs2 webdav davfs ftp ' +
    'fuse.sshfs fuse.rclone fuse.davfs fuse.davfs2 fuse.smbnetfs fuse.glusterfs fuse.gvfsd-fuse fuse.s3fs fuse.curlftpfs'
  ).split(' '),
);

export interface Mount {
  readonly at: string;
  readonly type: string;
}

/** Whether the mount with the longest path above `place` (a later one hides an earlier) is a network one. */
export function isNetworkMount(place: string, mounts: readonly Mount[]): boolean {
  let nearest: Mount | undefined;
  for (const mount of mounts) {
    const above = mount.at === '/' || place === mount.at || place.startsWith(`${mount.at}/`);
    if (above && mount.at.length >= (nearest?.at.length ?? 0)) nearest = mount;
  }
  return nearest !== undefined && NETWORK_TYPES.has(nearest.type);
}

/** Lines of /proc/self/mountinfo: `36 35 98:0 /root /mount/point options - type source options`; proc(5). */
export function parseMountinfo(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [before, after] = line.split(' - ', 2);
    const at = before?.split(' ')[4];
    const type = after?.split(' ')[0];
    return at && type ? [{ at: unescapeOctal(at), type }] : [];
  });
}

/** Lines of macOS `mount`: `//user@server/share on /Volumes/share (smbfs, nodev, nosuid)`. */
export function parseMacMounts(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const parts = / on (\/.*) \(([a-z0-9_]+)[,)]/.exec(line);
    return parts?.[1] && parts[2] ? [{ at: parts[1], type: parts[2] }] : [];
  });
}

/** `\\server\share` and `\\?\UNC\server\share`, to which Windows resolves mapped drives; not `\\?\C:\` and `\\.\`. */
export function isUncPath(path: string): boolean {
  const plain = path.replaceAll('/', '\\');
  if (/^\\\\[?.]\\/.test(plain)) return /^\\\\[?.]\\UNC\\/i.test(plain);
  return plain.startsWith('\\\\');
}

function nearestExisting(folder: string): string {
  let place = folder;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  return place;
}

function unescapeOctal(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}
