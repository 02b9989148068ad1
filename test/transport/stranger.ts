import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';

/** Another program that took the port and says what it likes, until the test ends. @returns all that it heard */
export async function stranger(port: number, says: string) {
  const heard: string[] = [];
  const server = createServer(async (request, response) => {
    heard.push(`${request.method} ${request.url}`, JSON.stringify(request.headers));
    for await (const chunk of request) heard.push(String(chunk));
    response.setHeader('connection', 'close').end(says);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const leave = () => new Promise((resolve) => server.close(resolve));
  onTestFinished(async () => void (await leave()));
  return { heard: () => heard.join('\n'), leave };
}
