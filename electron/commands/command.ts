import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../shared/contract/index.ts';
import type { Arguments, CommandShape } from './arguments.ts';
import type { Secrets } from './secrets.ts';

export type Client = ContractRouterClient<Contract>;

export interface Call {
  readonly client: Client;
  readonly given: Arguments;
  readonly secrets: Secrets;
  /** Says something beside the answer, on standard error. */
  note(text: string): void;
}

export interface Command extends CommandShape {
  /** Commands that run before anybody has signed in. */
  readonly unsigned?: true;
  /** @returns what is printed: JSON with --json, otherwise the same as lines of `key: value` */
  run(call: Call): Promise<unknown>;
}

/** Lets the type of each command's literal be checked without repeating it. */
export function command(definition: Command): Command {
  return definition;
}
