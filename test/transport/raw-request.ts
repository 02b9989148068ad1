import { connect } from 'node:net';

export interface RawAnswer {
  /** 0 when the connection ended without an answer. */
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Sends bytes as they are, headers that `fetch` forbids included, and reads until the other end hangs up. */
export async function sendRaw(port: number, bytes: string): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of socket) chunks.push(chunk);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error;
  }
  return parseAnswer(Buffer.concat(chunks).toString());
}

/** One request as text; a header with several values stands there several times, one without any does not. */
export function requestText(
  firstLine: string,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  body: string,
): string {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => `${name}: ${one}`),
  );
  return `${[firstLine, ...lines].join('\r\n')}\r\n\r\n${body}`;
}

function parseAnswer(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [firstLine = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    line.slice(line.indexOf(':') + 1).trim(),
  ]);
  const byName = new Map(headers as [string, string][]);
  const body = rest.join('\r\n\r\n');
  const isChunked = byName.get('transfer-encoding') === 'chunked';
  return {
    status: Number(firstLine.split(' ')[1] ?? 0),
    headers: byName,
    body: isChunked ? joinChunks(body) : body,
  };
}

/** The tests' answers are plain ASCII: characters are bytes. */
function joinChunks(text: string): string {
  const size = Number.parseInt(text, 16);
  if (!size) return '';
  const start = text.indexOf('\r\n') + 2;
  return text.slice(start, start + size) + joinChunks(text.slice(start + size + 2));
}
