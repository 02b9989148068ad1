import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import { isSecret, newSecret, proofOf, sameSecret } from './secrets.ts';

/**
 * The secrets of one run of the loopback host. The launch token reaches the browser through the redirect
 * file, works once, and buys the bearer that every call carries. Whoever uses the token after that has stolen
 * it, or was robbed of it: either way the bearer dies.
 */
export interface LaunchSession {
  /** Starts over with a new launch token, which it returns: older tokens and the bearer are worth nothing then. */
  launch(): string;
  /**
   * @returns the bearer
   * @throws Refusal `token_wrong` for a token that is not ours or came too late, `token_reused`
   */
  exchange(token: unknown): string;
  /** @throws Refusal `bearer_wrong`, `token_reused` once the bearer was revoked */
  admit(authorization: string | undefined): void;
  /**
   * Shows that this host knows the bearer: base64url of HMAC-SHA256 with the bearer's 43 characters as key
   * over `prove` and the nonce's 43 characters, all in ASCII.
   * @throws Refusal `invalid_input` for a nonce that is not 32 bytes in base64url, `bearer_wrong` before there
   * is a bearer, `token_reused`
   */
  prove(nonce: unknown): string;
  /** From now on nobody can use the token for the first time. */
  expire(): void;
}

/** @param onReuse called when the token comes a second time, after the bearer was revoked */
export function launchSession(random: (bytes: number) => Buffer, onReuse: () => void): LaunchSession {
  let state: 'waiting' | 'expired' | 'open' | 'revoked' = 'expired';
  let token = '';
  let bearer = '';

  return { launch, exchange, admit, prove, expire };

  function launch(): string {
    token = newSecret(random);
    bearer = '';
    state = 'waiting';
    return token;
  }

  function exchange(offered: unknown): string {
    ensure(typeof offered === 'string' && sameSecret(offered, token) && state !== 'expired', 'token_wrong');
    if (state !== 'waiting') revoke();
    bearer = newSecret(random);
    state = 'open';
    return bearer;
  }

  function revoke(): never {
    state = 'revoked';
    bearer = '';
    onReuse();
    throw new Refusal('token_reused');
  }

  function admit(authorization: string | undefined): void {
    ensure(state !== 'revoked', 'token_reused');
    ensure(state === 'open' && sameSecret(authorization ?? '', `Bearer ${bearer}`), 'bearer_wrong');
  }

  function prove(nonce: unknown): string {
    ensure(state !== 'revoked', 'token_reused');
    ensure(isSecret(nonce), 'invalid_input', { fields: ['nonce'] });
    ensure(state === 'open', 'bearer_wrong');
    return proofOf(bearer, 'prove', nonce);
  }

  function expire(): void {
    if (state === 'waiting') state = 'expired';
  }
}
