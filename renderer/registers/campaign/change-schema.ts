import type { z } from 'zod';
import { campaign } from '../../../shared/contract/campaign.ts';

const input = campaign.change['~orpc'].inputSchema;
if (!input) throw new Error('the contract tells no input');
const { phases, makeup } = input.shape;

/** Why, and from when. */
export const grounds = input.pick({ reason: true, effectiveOn: true });

/** The contract's own checks of the parts that a form changes whole, with the grounds. */
export const phasesChange: z.ZodType = grounds.extend({ phases: phases.unwrap() });
export const makeupChange: z.ZodType = grounds.extend({ makeup: makeup.unwrap() });
