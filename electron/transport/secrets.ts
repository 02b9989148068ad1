import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** 256 bits, written in base64url (43 characters). Nonces have the same form. */
const BYTES = 32;
const FORM = /^[A-Za-z0-9_-]{43}$/;

export function newSecret(random: (bytes: number) => Buffer): string {
  return random(BYTES).toString('base64url');
}

export function isSecret(value: unknown): value is string {
  return typeof value === 'string' && FORM.test(value);
}

/** base64url of HMAC-SHA256 with the secret's characters as key over the parts, one after the other. */
export function proofOf(secret: string, ...parts: readonly string[]): string {
  const hmac = createHmac('sha256', secret);
  for (const part of parts) hmac.update(part);
  return hmac.digest('base64url');
}

/** Compares digests, so that neither the time nor the length tells how much was right. */
export function sameSecret(offered: string, secret: string): boolean {
  return timingSafeEqual(digest(offered), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
