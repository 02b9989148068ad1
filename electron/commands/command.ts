import type { Refusal } from '../../shared/vocabulary/refusal.ts';
import type { ApiClient } from '../transport/in-process.ts';
import type { Arguments, CommandShape } from './arguments.ts';
import type { Secrets } from './secrets.ts';

export interface Call {
  readonly client: ApiClient;
  readonly given: Arguments;
  readonly secrets: Secrets;
  /** Says something beside the answer, on standard error. */
  note(text: string): void;
  /** A part of the answer is a refusal: says so on standard error, and the command ends with 1. */
  refuse(refusal: Refusal): void;
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
