import { type AnySchema, getEventIteratorSchemaDetails } from '@orpc/contract';
import { z } from 'zod';
import type { ProcedureMeta } from '../../shared/contract/base.ts';
import { contract } from '../../shared/contract/index.ts';
import type { ApiClient } from '../transport/in-process.ts';
import { UsageError } from './arguments.ts';
import { command } from './command.ts';

interface Definition {
  readonly inputSchema?: AnySchema;
  readonly outputSchema?: AnySchema;
  readonly meta: ProcedureMeta;
}

export const procedureCommands = [
  command({
    words: ['procedures'],
    positionals: [],
    options: { data: 'text' },
    unsigned: true,
    run: async () => [...definitions()].map(([name, definition]) => described(name, definition)),
  }),
  command({
    words: ['call'],
    positionals: ['PROCEDURE', 'JSON'],
    options: {},
    async run({ client, given }) {
      const [name = '', json = ''] = given.positionals;
      if (!definitions().has(name)) throw new UsageError(`unknown procedure: ${name}`);
      const answer = await callable(client, name)(parsed(json));
      return isStream(answer) ? await piecesOf(answer) : answer;
    },
  }),
];

/** Every procedure of the contract by its dotted name, such as `study.mark`. */
function definitions(): Map<string, Definition> {
  const found = new Map<string, Definition>();
  for (const [register, procedures] of Object.entries(contract)) {
    for (const [name, procedure] of Object.entries(procedures)) {
      found.set(`${register}.${name}`, procedure['~orpc'] as Definition);
    }
  }
  return found;
}

function described(name: string, { inputSchema, outputSchema, meta }: Definition) {
  return {
    procedure: name,
    who: meta.who,
    at: meta.at ?? null,
    input: schemaOf(inputSchema, 'input'),
    output: schemaOf(outputSchema, 'output'),
  };
}

async function piecesOf(stream: AsyncIterable<unknown>): Promise<unknown[]> {
  const pieces: unknown[] = [];
  for await (const piece of stream) pieces.push(piece);
  return pieces;
}

/** Of an answer that comes in pieces, the schema of the list that `call` prints. */
function schemaOf(schema: AnySchema | undefined, io: 'input' | 'output'): object | null {
  const pieces = getEventIteratorSchemaDetails(schema)?.yields;
  if (pieces) return { type: 'array', items: schemaOf(pieces, io) };
  return schema instanceof z.ZodType ? z.toJSONSchema(schema, { io, unrepresentable: 'any' }) : null;
}

function isStream(answer: unknown): answer is AsyncIterable<unknown> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
}

/** `name` is one of the contract's, so the client has it; what goes in is checked by the router. */
function callable(client: ApiClient, name: string): (input: unknown) => Promise<unknown> {
  const [register = '', procedure = ''] = name.split('.');
  const group = client[register as keyof ApiClient] as unknown as Record<
    string,
    (input: unknown) => Promise<unknown>
  >;
  return group[procedure] as (input: unknown) => Promise<unknown>;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new UsageError('the second argument of call is no JSON');
  }
}
