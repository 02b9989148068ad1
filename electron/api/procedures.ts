import { ORPCError, os, ValidationError } from '@orpc/server';
import type { ProcedureMeta } from '../../shared/contract/base.ts';
import type { ErrorCode } from '../../shared/vocabulary/error-codes.ts';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import type { Actor } from '../registers/actor.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import { isClosedBook } from '../store/office-sql.ts';
import type { Host } from './host.ts';

export interface ApiContext {
  readonly host: Host;
}

const middlewareOf = os.$context<ApiContext>();

/** Runs around every procedure: whatever it throws leaves as a code of the contract. */
export const mapErrors = middlewareOf.middleware(async ({ next }) => {
  try {
    return await next();
  } catch (error) {
    throw asContractError(error);
  }
});

/** Runs around every procedure: the account and its roles, by the contract's word on who may. */
export const checkAccount = middlewareOf.middleware(async ({ context, next, procedure }) => {
  authorize(context.host, procedure['~orpc'].meta as ProcedureMeta);
  return await next();
});

/** @throws Refusal `not_signed_in`, `wrong_installation`, `not_allowed` */
function authorize(host: Host, meta: ProcedureMeta): void {
  if (meta.who === 'anyone') return;
  const ledger = openLedgerOf(host);
  ensure(!meta.at || meta.at === ledger.ownOffice.kind, 'wrong_installation');
  if (meta.who === 'signedIn') return;
  const needs = meta.who;
  ensure(
    ledger.account.roles.some((role) => needs.includes(role)),
    'not_allowed',
    { needs: [...needs] },
  );
}

/** @throws Refusal `not_signed_in` while the host is locked */
export function openLedgerOf(host: Host): OpenLedger {
  ensure(host.ledger, 'not_signed_in');
  return host.ledger;
}

/** Who asks for a list of an office's rows, and on what day; in closed books it is nobody's turn. */
export function askingOf(host: Host, office: number) {
  const ledger = openLedgerOf(host);
  const actor = actorOf(ledger);
  const isClosed = ledger.read((db) => isClosedBook(db, office));
  return { office, today: host.ports.clock.today(), actor: isClosed ? { ...actor, roles: [] } : actor };
}

export function actorOf(ledger: OpenLedger): Actor {
  const { pk, roles } = ledger.account;
  return { account: pk, roles, singleAccount: ledger.installation.singleAccount };
}

/** Every error leaves as a code of the contract; what was not foreseen becomes `internal` and tells nothing. */
export function asContractError(error: unknown): ORPCError<ErrorCode, unknown> {
  if (error instanceof Refusal) return contractError(error.code, error.fields);
  if (error instanceof ORPCError) {
    if (error.cause instanceof ValidationError) return validationError(error);
    if (error.defined) return error as ORPCError<ErrorCode, unknown>;
  }
  return contractError('internal', { kind: error instanceof Error ? error.name : typeof error }, error);
}

function validationError(error: ORPCError<string, unknown>): ORPCError<ErrorCode, unknown> {
  const code = error.code === 'BAD_REQUEST' ? 'invalid_input' : 'invalid_output';
  const { issues } = error.cause as ValidationError;
  const fields = new Set(issues.map((issue) => (issue.path ?? []).map((part) => pathPart(part)).join('.')));
  return contractError(code, { fields: [...fields].slice(0, 20) });
}

function pathPart(part: PropertyKey | { readonly key: PropertyKey }): string {
  return String(typeof part === 'object' ? part.key : part);
}

function contractError(code: ErrorCode, data: unknown, cause?: unknown): ORPCError<ErrorCode, unknown> {
  return new ORPCError(code, { defined: true, data, message: code, status: 400, cause });
}
