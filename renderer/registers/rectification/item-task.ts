import type { ItemMove } from '../../../shared/vocabulary/words.ts';

/** What can be begun from an open item: each has a form of its own. */
export type ItemTask = 'edit' | 'progress' | 'supervision' | 'supervise' | 'repeat' | ItemMove;
