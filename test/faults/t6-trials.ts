import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { foundTemplate } from './t6-district.ts';
import { playTrial } from './t6-trial.ts';
import type { PrepareTrials } from './trials.ts';

const COUNTIES = 5;

/** The district is founded once; every trial begins with a copy of it. */
export const prepareConvergence: PrepareTrials = async (place, seed) => {
  const template = {
    place: join(place, 'template'),
    ids: await foundTemplate(join(place, 'template'), COUNTIES),
  };
  return {
    async play(number) {
      const folder = join(place, 'trial');
      try {
        const seen = await playTrial(template, folder, seed * 100_000 + number);
        return Object.entries(seen).flatMap(([name, times]) => Array<string>(times).fill(name));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    close: () => undefined,
  };
};
