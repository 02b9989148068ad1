import { z } from 'zod';
import type { ProcedureMeta } from '../../shared/contract/base.ts';
import { contract } from '../../shared/contract/index.ts';
import type { ApiClient } from '../transport/in-process.ts';
import { UsageError } from './arguments.ts';
import { command } from './command.ts';

interface Definition {
  readonly inputSchema?: z.ZodType;
  readonly outputSchema?: z.ZodType;
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
      return await callable(client, name)(parsed(json));
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
    input: inputSchema ? z.toJSONSchema(inputSchema, { io: 'input', unrepresentable: 'any' }) : null,
    output: outputSchema ? z.toJSONSchema(outputSchema, { io: 'output', unrepresentable: 'any' }) : null,
  };
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
