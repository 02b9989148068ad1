import { describe, expect, it } from 'vitest';
import { daysSince } from '../../../renderer/registers/administration/backup-age.ts';
import { missingRoles } from '../../../renderer/registers/administration/smallest-office.ts';

describe('the smallest office', () => {
  it('lacks a clerk and a reviewer as long as there is an administrator alone', () => {
    expect(missingRoles('office', [{ roles: ['administrator'], disabled: false }])).toEqual([
      'clerk',
      'reviewer',
    ]);
  });

  it('is complete with three accounts, and with the one that holds every role', () => {
    const three = (['administrator', 'clerk', 'reviewer'] as const).map((role) => ({
      roles: [role],
      disabled: false,
    }));
    expect(missingRoles('office', three)).toEqual([]);
    const single = [{ roles: ['clerk', 'reviewer', 'administrator'] as const, disabled: false }];
    expect(missingRoles('office', single)).toEqual([]);
  });

  it('does not count on an account that is disabled', () => {
    const accounts = [
      { roles: ['administrator', 'member'] as const, disabled: false },
      { roles: ['leader'] as const, disabled: true },
    ];
    expect(missingRoles('group', accounts)).toEqual(['leader']);
  });
});

describe('the age of a backup', () => {
  it('is counted in days of this calendar, not in hours', () => {
    const lateAtNight = new Date(2021, 3, 18, 23, 50).toISOString();
    expect(daysSince(lateAtNight, '2021-04-18')).toBe(0);
    expect(daysSince(lateAtNight, '2021-04-19')).toBe(1);
    expect(daysSince(lateAtNight, '2021-05-18')).toBe(30);
  });

  it('is none when the clock was set back after it', () => {
    expect(daysSince(new Date(2021, 3, 18).toISOString(), '2021-04-01')).toBe(0);
  });
});
