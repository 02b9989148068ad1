type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What one row sends; what it leaves out is as in CALL. Words in capitals are filled in by the test. */
export interface Request {
  readonly line?: string;
  readonly headers?: Headers;
  readonly body?: string;
}

/** A call that is right in every part. */
export const CALL = {
  line: 'POST PROCEDURE HTTP/1.1',
  headers: {
    Host: '127.0.0.1:PORT',
    Origin: 'http://127.0.0.1:PORT',
    Authorization: 'Bearer BEARER',
    'Content-Type': 'application/json',
    'Content-Length': 'LENGTH',
    Connection: 'close',
  },
  body: '{}',
};
const GET = {
  line: 'GET / HTTP/1.1',
  headers: {
    Host: '127.0.0.1:PORT',
    Connection: 'close',
    Origin: undefined,
    Authorization: undefined,
    'Content-Type': undefined,
    'Content-Length': undefined,
  },
  body: '',
};

const line = (text: string): Request => ({ line: `${text} HTTP/1.1` });
const get = (path: string, headers: Headers = {}): Request => ({
  ...GET,
  line: `GET ${path} HTTP/1.1`,
  headers: { ...GET.headers, ...headers },
});
const header = (name: string, value?: string | string[]): Request => ({ headers: { [name]: value } });
const body = (text: string): Request => ({ body: text });
const session = (text: string): Request => ({ line: 'POST /session HTTP/1.1', body: text });
const relaunch = (text: string): Request => ({ line: 'POST /session/relaunch HTTP/1.1', body: text });
const NONCE = 'n'.repeat(43);

export const ADMITTED: readonly [title: string, Request][] = [
  ['a call from the page', {}],
  ['a call with the charset named', header('Content-Type', 'application/json; charset=utf-8')],
  ['a call in HTTP/1.0', { line: 'POST PROCEDURE HTTP/1.0' }],
  ['a call that the browser marks as same-origin', header('Sec-Fetch-Site', 'same-origin')],
  ['the page', get('/')],
  ['the page by its file name', get('/index.html')],
  [
    'the page opened by the redirect file',
    get('/', {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Dest': 'document',
    }),
  ],
  ['the page typed in by hand', get('/', { 'Sec-Fetch-Site': 'none' })],
  ['a script of the page', get('/assets/app.js', { 'Sec-Fetch-Site': 'same-origin' })],
  ['a module script of the page', get('/assets/app.js', { Origin: 'http://127.0.0.1:PORT' })],
];

/** Each refusal by its own check: status and code say which. HEAD has no body, and so no code. */
export const REFUSED: readonly [title: string, Request, status: number, code: string | null][] = [
  // another name for this address: DNS rebinding
  ['Host localhost', header('Host', 'localhost:PORT'), 421, 'host_wrong'],
  ['Host without port', header('Host', '127.0.0.1'), 421, 'host_wrong'],
  ['Host with another port', header('Host', '127.0.0.1:1'), 421, 'host_wrong'],
  ['Host of a stranger', header('Host', 'ledger.example:PORT'), 421, 'host_wrong'],
  ['Host with a trailing dot', header('Host', '127.0.0.1.:PORT'), 421, 'host_wrong'],
  ['Host in IPv6', header('Host', '[::1]:PORT'), 421, 'host_wrong'],
  ['Host as a number', header('Host', '2130706433:PORT'), 421, 'host_wrong'],
  ['no Host', header('Host'), 421, 'host_wrong'],
  ['two Hosts', header('Host', ['127.0.0.1:PORT', 'ledger.example']), 421, 'host_wrong'],
  [
    'HTTP/1.0 without Host',
    { line: 'POST PROCEDURE HTTP/1.0', headers: { Host: undefined } },
    421,
    'host_wrong',
  ],
  ['the page under a wrong Host', get('/', { Host: 'localhost:PORT' }), 421, 'host_wrong'],

  // other web pages
  ['no Origin', header('Origin'), 403, 'origin_wrong'],
  ['Origin null', header('Origin', 'null'), 403, 'origin_wrong'],
  ['Origin of a stranger', header('Origin', 'https://ledger.example'), 403, 'origin_wrong'],
  ['Origin localhost', header('Origin', 'http://localhost:PORT'), 403, 'origin_wrong'],
  ['Origin with another port', header('Origin', 'http://127.0.0.1:1'), 403, 'origin_wrong'],
  ['Origin with https', header('Origin', 'https://127.0.0.1:PORT'), 403, 'origin_wrong'],
  ['two Origins', header('Origin', ['http://127.0.0.1:PORT', 'null']), 403, 'origin_wrong'],
  ['Sec-Fetch-Site cross-site', header('Sec-Fetch-Site', 'cross-site'), 403, 'origin_wrong'],
  ['Sec-Fetch-Site same-site', header('Sec-Fetch-Site', 'same-site'), 403, 'origin_wrong'],
  ['a call that was no fetch', header('Sec-Fetch-Site', 'none'), 403, 'origin_wrong'],
  [
    'a token offered by another page',
    { ...session('{"token":"TOKEN"}'), headers: { Origin: 'null' } },
    403,
    'origin_wrong',
  ],
  [
    'a script that another page embeds',
    get('/assets/app.js', {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'no-cors',
      'Sec-Fetch-Dest': 'script',
    }),
    403,
    'origin_wrong',
  ],
  [
    'the page in a frame of another',
    get('/', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'iframe' }),
    403,
    'origin_wrong',
  ],
  [
    'a script fetched by another page',
    get('/assets/app.js', { Origin: 'https://ledger.example' }),
    403,
    'origin_wrong',
  ],

  [
    'a launch asked for by another page',
    { ...relaunch('{}'), ...header('Origin', 'null') },
    403,
    'origin_wrong',
  ],
  [
    'a page that looks like ours to itself but not to the browser',
    { headers: { Origin: 'http://127.0.0.1:PORT', 'Sec-Fetch-Site': 'cross-site' } },
    403,
    'origin_wrong',
  ],

  // methods
  ['GET of a procedure', line('GET PROCEDURE'), 405, 'method_wrong'],
  ['HEAD of a procedure', line('HEAD PROCEDURE'), 405, null],
  ['a preflight', line('OPTIONS PROCEDURE'), 405, 'method_wrong'],
  ['PUT', line('PUT PROCEDURE'), 405, 'method_wrong'],
  ['DELETE', line('DELETE PROCEDURE'), 405, 'method_wrong'],
  ['TRACE', line('TRACE PROCEDURE'), 405, 'method_wrong'],
  ['POST to the page', line('POST /'), 405, 'method_wrong'],
  ['CONNECT', line('CONNECT 127.0.0.1:PORT'), 405, 'method_wrong'],
  ['a method in small letters', line('post PROCEDURE'), 400, 'request_malformed'],
  ['OPTIONS of the whole host', line('OPTIONS *'), 400, 'request_malformed'],
  ['PROPFIND of the page', line('PROPFIND /'), 405, 'method_wrong'],
  ['GET of another launch', line('GET /session/relaunch'), 405, 'method_wrong'],
  ['GET of the session', line('GET /session'), 405, 'method_wrong'],

  // content
  ['text/plain, which needs no preflight', header('Content-Type', 'text/plain'), 415, 'content_type_wrong'],
  ['a form', header('Content-Type', 'application/x-www-form-urlencoded'), 415, 'content_type_wrong'],
  ['a multipart form', header('Content-Type', 'multipart/form-data; boundary=x'), 415, 'content_type_wrong'],
  ['a stream of events', header('Content-Type', 'text/event-stream'), 415, 'content_type_wrong'],
  ['another charset', header('Content-Type', 'application/json; charset=utf-16'), 415, 'content_type_wrong'],
  ['two content types', header('Content-Type', 'application/json, text/plain'), 415, 'content_type_wrong'],
  ['no content type', header('Content-Type'), 415, 'content_type_wrong'],
  ['compressed content', header('Content-Encoding', 'gzip'), 415, 'content_type_wrong'],
  ['an attachment', header('Content-Disposition', 'attachment; filename=x'), 415, 'content_type_wrong'],
  ['no length', { ...header('Content-Length'), ...body('') }, 411, 'length_missing'],
  [
    'chunks',
    {
      headers: { 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' },
      body: '2\r\n{}\r\n0\r\n\r\n',
    },
    411,
    'length_missing',
  ],
  ['chunks and a length', header('Transfer-Encoding', 'chunked'), 400, 'request_malformed'],
  ['two lengths', header('Content-Length', ['2', '3']), 400, 'request_malformed'],
  ['a negative length', header('Content-Length', '-2'), 400, 'request_malformed'],
  ['more than 100 MiB', header('Content-Length', String(100 * 1024 * 1024 + 1)), 413, 'body_too_large'],
  ['a body that is announced', header('Expect', '100-continue'), 400, 'request_malformed'],
  ['an expectation that nobody knows', header('Expect', 'tea'), 400, 'request_malformed'],
  [
    'two headers for the content type',
    header('Content-Type', ['application/json', 'text/plain']),
    400,
    'request_malformed',
  ],
  ['a large launch token', session('x'.repeat(1025)), 413, 'body_too_large'],
  ['broken JSON', body('{'), 400, 'request_malformed'],
  ['no body', body(''), 400, 'request_malformed'],

  // who asks
  ['no bearer', header('Authorization'), 401, 'bearer_wrong'],
  ['a wrong bearer', header('Authorization', `Bearer ${'A'.repeat(43)}`), 401, 'bearer_wrong'],
  ['half a bearer', header('Authorization', 'Bearer '), 401, 'bearer_wrong'],
  ['the bearer under another scheme', header('Authorization', 'Basic BEARER'), 401, 'bearer_wrong'],
  [
    'the bearer as a cookie',
    { headers: { Authorization: undefined, Cookie: 'bearer=BEARER' } },
    401,
    'bearer_wrong',
  ],
  [
    'the bearer in the query',
    { ...line('POST PROCEDURE?bearer=BEARER'), headers: { Authorization: undefined } },
    400,
    'request_malformed',
  ],
  ['two bearers', header('Authorization', ['Bearer BEARER', 'Bearer x']), 400, 'request_malformed'],
  ['the launch token as bearer', header('Authorization', 'Bearer TOKEN'), 401, 'bearer_wrong'],
  ['a wrong launch token', session(`{"token":"${'A'.repeat(43)}"}`), 401, 'token_wrong'],
  ['no launch token', session('{}'), 401, 'token_wrong'],
  ['a launch token that is no text', session('{"token":{"length":43}}'), 401, 'token_wrong'],
  ['another launch without a proof', relaunch(`{"nonce":"${NONCE}"}`), 401, 'token_wrong'],
  ['another launch without a nonce', relaunch(`{"proof":"${NONCE}"}`), 401, 'token_wrong'],
  [
    'another launch with a wrong proof',
    relaunch(`{"nonce":"${NONCE}","proof":"${NONCE}"}`),
    401,
    'token_wrong',
  ],
  ['another launch for the launch token', relaunch('{"nonce":"TOKEN","proof":"TOKEN"}'), 401, 'token_wrong'],
  ['another launch for the bearer', relaunch('{"nonce":"BEARER","proof":"BEARER"}'), 401, 'token_wrong'],
  ['null for another launch', relaunch('null'), 401, 'token_wrong'],
  ['null for a launch token', session('null'), 401, 'token_wrong'],
  [
    'a bearer missing before the body is looked at',
    { ...header('Authorization'), ...body('{') },
    401,
    'bearer_wrong',
  ],

  // paths
  ['an unknown procedure', line('POST /api/office/nothing'), 404, 'not_found'],
  ['a procedure of every object', line('POST /api/__proto__/toString'), 404, 'not_found'],
  ['no procedure', line('POST /api/'), 404, 'not_found'],
  ['a procedure by a detour', line('POST /api/x/../office/status/y'), 404, 'not_found'],
  ['an absolute target', line('POST http://127.0.0.1:PORTPROCEDURE'), 400, 'request_malformed'],
  ['an absolute target elsewhere', line('GET http://ledger.example/'), 400, 'request_malformed'],
  ['a fragment', get('/#token=TOKEN'), 400, 'request_malformed'],
  ['a target with two slashes', line('POST /PROCEDURE'), 400, 'request_malformed'],
  ['a file above the page', get('/../secret.json'), 404, 'not_found'],
  ['a file above the page, from below', get('/assets/../../secret.json'), 404, 'not_found'],
  ['a file above the page, encoded', get('/%2e%2e/secret.json'), 404, 'not_found'],
  ['a file above the page, slash encoded', get('/..%2fsecret.json'), 404, 'not_found'],
  ['a file above the page, as Windows writes it', get('/..\\secret.json'), 404, 'not_found'],
  ['a file with a null byte', get('/index.html%00.js'), 404, 'not_found'],
  ['a folder of the page', get('/assets'), 404, 'not_found'],
  ['a folder of the page with its slash', get('/assets/'), 404, 'not_found'],
  ['a file beside the page that is no page', get('/.env'), 404, 'not_found'],
  ['a file that is not there', get('/nothing.js'), 404, 'not_found'],
  ['a query', get('/?token=x'), 400, 'request_malformed'],

  // other protocols
  [
    'a web socket',
    get('/', {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
      Origin: 'http://127.0.0.1:PORT',
    }),
    403,
    'upgrade_refused',
  ],
  [
    'a web socket to the API',
    get('PROCEDURE', {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    }),
    403,
    'upgrade_refused',
  ],
  [
    'a second request, without a bearer, behind a refused one',
    {
      headers: { Origin: 'null', 'Content-Length': '2', Connection: 'keep-alive' },
      body: '{}POST PROCEDURE HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:PORT\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}',
    },
    403,
    'origin_wrong',
  ],
  [
    'HTTP/2 by upgrade',
    get('/', { Connection: 'Upgrade, HTTP2-Settings', Upgrade: 'h2c', 'HTTP2-Settings': 'AAMAAABkAAQAAP__' }),
    403,
    'upgrade_refused',
  ],
  [
    'HTTP/2 at once',
    { line: 'PRI * HTTP/2.0', headers: GET.headers, body: 'SM\r\n\r\n' },
    400,
    'request_malformed',
  ],
  [
    'bytes that are no HTTP',
    { line: '\u0016\u0003\u0001\u0002', headers: GET.headers },
    400,
    'request_malformed',
  ],
  ['a header over two lines', header('X-Folded', 'a\r\n b'), 400, 'request_malformed'],
  ['headers of 17 KiB', header('X-Long', 'x'.repeat(17 * 1024)), 431, 'headers_too_large'],
];
