/** A PostgreSQL of this machine with a cluster of its own in a scratch folder, on 127.0.0.1 and a free port. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

export interface PostgresServer {
  readonly version: string;
  /** Runs psql in a folder. @returns what it printed @throws Error with what it complained of */
  psql(argv: readonly string[], folder?: string): string;
  stop(): Promise<void>;
}

/** Where Debian and Fedora put the programs. */
const PLACES = ['/usr/lib/postgresql', '/usr/pgsql'];

/** The newest installation; undefined where there is none. */
export function postgresPrograms(): string | undefined {
  const versions = PLACES.filter(existsSync).flatMap((place) =>
    readdirSync(place).map((version) => ({
      version: Number.parseFloat(version),
      bin: join(place, version, 'bin'),
    })),
  );
  const whole = versions.filter(({ bin }) =>
    ['initdb', 'postgres', 'psql'].every((one) => existsSync(join(bin, one))),
  );
  return whole.sort((one, other) => other.version - one.version)[0]?.bin;
}

interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** The account that a cluster may run as: PostgreSQL refuses to run as root. */
function unprivileged(): Account {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: idOf('-u'), gid: idOf('-g') };
}

const USER = 'ledger';
const START_SECONDS = 60;

/** @param folder empty; whoever made it removes it after `stop` */
export async function startPostgres(bin: string, folder: string): Promise<PostgresServer> {
  const account = unprivileged();
  const password = randomBytes(18).toString('hex');
  const [data, secret] = [join(folder, 'data'), join(folder, 'secret')];
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined)
    for (const path of [folder, data, secret]) chownSync(path, account.uid, account.gid);
  const place = { cwd: folder, ...account };
  ran(
    spawnSync(
      join(bin, 'initdb'),
      [
        '-D',
        data,
        '-U',
        USER,
        `--pwfile=${secret}`,
        '-A',
        'scram-sha-256',
        '-E',
        'UTF8',
        '--locale=C',
        '--no-sync',
      ],
      { ...place, encoding: 'utf8' },
    ),
  );
  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off' };
  const set = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // it ends with this process, however that ends
  const bound = ['--pdeathsig', 'INT', ...asAccount(account)];
  const argv = [...bound, join(bin, 'postgres'), '-D', data, '-p', String(port), ...set];
  const server = spawn('setpriv', argv, { cwd: folder, stdio: 'ignore' });
  const env = { ...process.env, PGHOST: '127.0.0.1', PGPORT: String(port), PGUSER: USER };
  const psql: PostgresServer['psql'] = (argv, cwd = folder) =>
    ran(
      spawnSync(join(bin, 'psql'), ['--no-psqlrc', '--quiet', '--set', 'ON_ERROR_STOP=1', ...argv], {
        cwd,
        env: { ...env, PGPASSWORD: password, PGDATABASE: 'postgres', PGCLIENTENCODING: 'UTF8' },
        encoding: 'utf8',
        maxBuffer: 256 * 1024 * 1024,
      }),
    );
  const stop = () => stopped(server);
  try {
    await ready(server, psql);
  } catch (error) {
    await stop();
    throw error;
  }
  return { version: psql(['-Atc', 'SHOW server_version']).trim(), psql, stop };
}

function asAccount({ uid, gid }: Account): string[] {
  if (uid === undefined || gid === undefined) return [];
  return [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
}

async function ready(server: ChildProcess, psql: PostgresServer['psql']): Promise<void> {
  let last: unknown;
  for (let attempt = 0; attempt < START_SECONDS * 4; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`the server ended by itself: ${server.exitCode}`);
    try {
      psql(['-Atc', 'SELECT 1']);
      return;
    } catch (error) {
      last = error;
      await setTimeout(250);
    }
  }
  throw last;
}

/** SIGINT is its fast shutdown: sessions are ended, nothing is left half written. */
async function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  await ended;
}

function ran({ status, stdout, stderr, error }: ReturnType<typeof spawnSync>): string {
  if (error) throw error;
  if (status !== 0) throw new Error(String(stderr).trim());
  return String(stdout);
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
