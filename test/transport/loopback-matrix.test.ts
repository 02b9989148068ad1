import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenLedger } from '../../electron/store/ledger-store.ts';
import { type Loopback, startLoopback } from '../../electron/transport/loopback-server.ts';
import { type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { bearerOf, launchTokenOf } from './loopback-browser.ts';
import { type RawAnswer, requestText, sendRaw } from './raw-request.ts';
import { ADMITTED, CALL, REFUSED, type Request } from './request-matrix.ts';

/** Of refused calls, were one let through: it would show on the host. */
const PROCEDURE = '/api/office/lock';
const HARMLESS_PROCEDURE = '/api/office/status';

const folder = lastingScratch();
let office: TestOffice;
let loopback: Loopback;
let token: string;
let bearer: string;

beforeAll(async () => {
  const page = join(folder.folder, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(folder.folder, 'secret.json'), '{}');
  writeFileSync(join(page, 'index.html'), '<!doctype html>');
  writeFileSync(join(page, '.env'), 'SECRET=1');
  writeFileSync(join(page, 'assets/app.js'), 'export {};');
  office = await testOffice(folder.folder);
  await office.as('clerk');
  loopback = await startLoopback({
    host: office.host,
    port: 0,
    page,
    launchFolder: join(folder.folder, 'launch'),
    idleMinutes: 5,
    timeouts: { headersMilliseconds: 300, requestMilliseconds: 900 },
  });
  token = launchTokenOf(loopback);
  bearer = await bearerOf(loopback);
});

afterAll(async () => {
  await loopback.stop();
  office.close();
  folder.remove();
});

describe('the loopback host', () => {
  it.each(ADMITTED)('[T14] answers %s', async (_title, request) => {
    const answer = await send(request, HARMLESS_PROCEDURE);
    expect(answer.status).toBe(200);
    expectProtected(answer);
  });

  it.each(REFUSED)('[T14] refuses %s', async (_title, request, status, code) => {
    const before = standOf(office);
    const answer = await send(request, PROCEDURE);
    expect({ status: answer.status, code: codeOf(answer) }).toEqual({ status, code });
    expectProtected(answer);
    expect(standOf(office)).toEqual(before);
  });

  it('[T14] would show a call that got through', async () => {
    await office.as('clerk');
    const before = standOf(office);
    expect(await send({}, PROCEDURE)).toMatchObject({ status: 200 });
    expect(standOf(office)).not.toEqual(before);
  });

  it('[T14] hangs up on what comes too slowly, on headers sooner than on a body', async () => {
    const inTime: string[] = [];
    const answers = await Promise.all([
      send({ headers: { 'Content-Length': '10' }, body: '{' }).finally(() => inTime.push('body')),
      sendRaw(port(), 'GET / HTTP/1.1\r\nHost:').finally(() => inTime.push('headers')),
    ]);
    expect(inTime).toEqual(['headers', 'body']);
    for (const answer of answers) {
      expect({ status: answer.status, code: codeOf(answer) }).toEqual({
        status: 408,
        code: 'request_too_slow',
      });
      expectProtected(answer);
    }
  });

  it('[T14] answers a body of the wrong form with a code of the contract', async () => {
    for (const text of ['null', '[]', '"x"', '1']) {
      const answer = await send({ line: 'POST /api/office/unlock HTTP/1.1', body: text });
      expect([text, JSON.parse(answer.body).json]).toMatchObject([
        text,
        { code: 'invalid_input', defined: true },
      ]);
    }
  });

  it('[T14] keeps the objects of the program apart from those of a call', async () => {
    const poison = '{"json":{},"meta":[[3,"__proto__","poisoned"],[1,"constructor","prototype","poisoned"]]}';
    const answer = await send({ line: 'POST /api/office/unlock HTTP/1.1', body: poison });
    expect(JSON.parse(answer.body).json).toMatchObject({ code: 'invalid_input' });
    expect('poisoned' in {}).toBe(false);
  });
});

/** What a call could change: who is signed in, what was written, and what the next launch needs. */
function standOf({ host }: TestOffice) {
  const { ledger, locks } = host;
  return { isOpen: ledger !== null, locks, history: ledger && lengthOf(ledger) };
}

function lengthOf(ledger: OpenLedger): unknown {
  return ledger.read((db) => db.get('SELECT count(*) AS entries, total_changes() AS changes FROM audit'));
}

function send(request: Request, procedure = HARMLESS_PROCEDURE): Promise<RawAnswer> {
  const { line: firstLine = '', body: content = '', headers } = { ...CALL, ...request };
  const all = { ...CALL.headers, ...headers };
  const body = fill(content).replaceAll('PROCEDURE', procedure);
  const text = fill(requestText(firstLine, all, '')).replaceAll('PROCEDURE', procedure);
  return sendRaw(port(), text.replace('LENGTH', String(Buffer.byteLength(body))) + body);
}

function fill(text: string): string {
  return text.replaceAll('PORT', String(port())).replaceAll('BEARER', bearer).replaceAll('TOKEN', token);
}

function port(): number {
  return Number(new URL(loopback.address).port);
}

function codeOf(answer: RawAnswer): string | null {
  return answer.body === '' ? null : JSON.parse(answer.body).error.code;
}

function expectProtected({ headers }: RawAnswer): void {
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'$/),
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
  const names = [...headers.keys()];
  expect(names.filter((name) => name.startsWith('access-control-') || name === 'set-cookie')).toEqual([]);
}
