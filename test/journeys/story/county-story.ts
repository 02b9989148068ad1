import type { Page } from '@playwright/test';
import { signIn } from '../support/desk.ts';
import { lock, PASSWORD } from '../support/hands.ts';
import {
  approveFilings,
  approveSession,
  confirmMakeup,
  draftItem,
  fileSelfInspections,
  holdSession,
  importRoster,
  moveItem,
  recordMakeup,
} from './county-work.ts';
import { COUNTY, ITEM } from './entries.ts';
import { found } from './founding.ts';

/** One sentence of the story, walked on the page of an office. */
export interface Chapter {
  readonly title: string;
  walk(page: Page): Promise<void>;
}

const [CLERK, REVIEWER] = ['周以宁', '何书棠'];

/** The office's half, the same in a browser and in the desktop program; the item is due on the day given. */
export function countyStory(dueOn: string): readonly Chapter[] {
  return [
    {
      title: 'an office is founded in five steps, with the recovery code typed back',
      walk: (page) => found(page, COUNTY),
    },
    {
      title: 'the clerk imports the roster, holds a session and marks who was there',
      async walk(page) {
        await as(page, CLERK);
        await importRoster(page);
        await holdSession(page);
      },
    },
    {
      title: 'the reviewer approves, the clerk records a make-up, the reviewer confirms it',
      async walk(page) {
        await as(page, REVIEWER);
        await approveSession(page);
        await as(page, CLERK);
        await recordMakeup(page);
        await as(page, REVIEWER);
        await confirmMakeup(page);
      },
    },
    {
      title: 'forms are entered and reviewed, a problem goes from the draft to its close-out',
      async walk(page) {
        await as(page, CLERK);
        await fileSelfInspections(page);
        await draftItem(page, dueOn);
        await as(page, REVIEWER);
        await approveFilings(page);
        await moveItem(page, '下达');
        await as(page, CLERK);
        await moveItem(page, '开始整改');
        await moveItem(page, '申请销号', { 佐证材料编号: ITEM.evidence });
        await as(page, REVIEWER);
        await moveItem(page, '通过销号');
      },
    },
  ];
}

/** Another account takes the seat. */
export async function as(page: Page, name: string): Promise<void> {
  await lock(page);
  await signIn(page, name, PASSWORD);
}
