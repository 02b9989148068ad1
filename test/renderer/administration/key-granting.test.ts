import { describe, expect, it } from 'vitest';
import { grantable } from '../../../renderer/registers/administration/key-granting.ts';
import type { AccountRole } from '../../../shared/vocabulary/words.ts';

const holder = (name: string, roles: AccountRole[], holds: boolean, ready = true) => ({
  account: name,
  name,
  roles,
  holds,
  ready,
});
const REVIEWER = holder('reviewer', ['reviewer'], true);
const CLERK = holder('clerk', ['clerk'], true);
const LATE_CLERK = holder('late clerk', ['clerk'], false);
const LATE_REVIEWER = holder('late reviewer', ['reviewer'], false);
const OLD = holder('never signed in', ['clerk'], false, false);

const offered = (roles: AccountRole[], held: boolean, accounts: (typeof REVIEWER)[], byRecovery = false) =>
  grantable({ held, byRecovery, roles }, accounts).map(({ name }) => name);

describe('the register key is offered to be granted', () => {
  it('by a reviewer who holds it, to who waits for it and has signed in', () => {
    const all = [REVIEWER, CLERK, LATE_CLERK, LATE_REVIEWER, OLD];
    expect(offered(['reviewer'], true, all)).toEqual(['late clerk', 'late reviewer']);
    expect(offered(['reviewer'], false, all)).toEqual([]);
  });

  it('by a clerk to a reviewer only, and only while no reviewer holds it', () => {
    expect(offered(['clerk'], true, [CLERK, LATE_CLERK, LATE_REVIEWER])).toEqual(['late reviewer']);
    expect(offered(['clerk'], true, [REVIEWER, CLERK, LATE_CLERK, LATE_REVIEWER])).toEqual([]);
  });

  it('by the recovery code that holds it, and never by an administrator', () => {
    expect(offered([], true, [LATE_CLERK, LATE_REVIEWER], true)).toEqual(['late clerk', 'late reviewer']);
    expect(offered([], false, [LATE_CLERK], true)).toEqual([]);
    expect(offered(['administrator'], true, [LATE_CLERK])).toEqual([]);
  });
});
