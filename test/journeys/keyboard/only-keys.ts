import type { Locator, Page } from '@playwright/test';

/** What looks at a page and waits for it, and the keyboard: no pointer, no value and no focus set by script. */
const ON_PAGE = ['keyboard', 'waitForEvent', 'emulateMedia', 'screenshot'];
const ON_BOTH = ['getByRole', 'getByLabel', 'getByText', 'getByPlaceholder', 'locator'];
const ON_ELEMENT = [
  ...['filter', 'and', 'first', 'last', 'nth', 'all', 'count', 'waitFor'],
  ...['innerText', 'allInnerTexts', 'inputValue', 'getAttribute', 'isChecked', 'isVisible', 'toString'],
];

/** The page in the hands of someone without a mouse; whatever else is tried throws. */
export function onlyKeys(page: Page): Page {
  return guarded(page, [...ON_PAGE, ...ON_BOTH]);
}

function guarded<Subject extends object>(subject: Subject, allowed: readonly string[]): Subject {
  return new Proxy(subject, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      // What has no name of its own there, and what the driver itself looks for in an argument.
      if (value === undefined || typeof name === 'symbol' || /^_|^constructor$/.test(name)) return value;
      if (!allowed.includes(name)) throw new Error(`${name} is not done by keyboard`);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => guardedAnswer(value.apply(target, given));
    },
  });
}

function guardedAnswer(answer: unknown): unknown {
  if (answer instanceof Promise) return answer.then(guardedAnswer);
  if (Array.isArray(answer)) return answer.map(guardedAnswer);
  return isLocator(answer) ? guarded(answer, [...ON_BOTH, ...ON_ELEMENT]) : answer;
}

/** Of the driver's class only the type is exported. */
function isLocator(answer: unknown): answer is Locator {
  return typeof answer === 'object' && answer !== null && 'pressSequentially' in answer;
}

/** Counts what a pointer does in the page from now on; a button pressed by Enter or Space is no pointer's. */
export async function countPointer(page: Page): Promise<() => number> {
  let count = 0;
  await page.exposeFunction('tellPointer', () => {
    count += 1;
  });
  await page.addInitScript(listen);
  await page.evaluate(listen);
  return () => count;
}

function listen(): void {
  for (const kind of ['pointerdown', 'mousedown', 'touchstart'])
    window.addEventListener(kind, () => Reflect.get(window, 'tellPointer')(), true);
}
