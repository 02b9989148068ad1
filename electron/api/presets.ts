import { readdirSync, readFileSync } from 'node:fs';
import type { Given } from '../../shared/contract/base.ts';
import type { campaign } from '../../shared/contract/campaign.ts';
import { type Preset, parsePreset } from '../../shared/contract/preset.ts';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';

const FOLDER = new URL('../../resources/presets/', import.meta.url);

/** What a campaign is begun from. */
export type Beginning = Given<typeof campaign.begin>['beginning'];

/**
 * A shipped preset's content, still to be checked.
 * @throws Refusal `preset_unknown` when none has this id
 */
export function shippedPreset(id: string): unknown {
  ensure(/^[0-9a-z-]{1,64}$/.test(id), 'preset_unknown');
  try {
    return JSON.parse(readFileSync(new URL(`${id}.json`, FOLDER), 'utf8'));
  } catch {
    ensure(false, 'preset_unknown');
  }
}

/** Every shipped preset, checked, by id. */
export function shippedPresets(): Preset[] {
  const ids = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  return ids.sort().map((name) => parsePreset(shippedPreset(name.slice(0, -'.json'.length))));
}

/** @throws Refusal `preset_invalid` for what is no JSON, and what `parsePreset` throws */
export function presetOfFile(text: string): Preset {
  return parsePreset(json(text));
}

/**
 * What another campaign would be begun with.
 * @throws Refusal `preset_unknown`, and what `parsePreset` throws
 */
export function contentOf(beginning: Beginning): Preset {
  if (beginning.from === 'preset') return parsePreset(shippedPreset(beginning.preset));
  if (beginning.from === 'file') return presetOfFile(beginning.content);
  const { id, name, phases } = beginning;
  return parsePreset({ ...EMPTY, id, name, phases });
}

/** The least that a campaign can do with; the office fills in the rest. */
const EMPTY = {
  educationTypes: { required: ['political'], offered: [] },
  actions: [],
  categoryLists: [],
  evaluation: [],
  makeup: { termDays: 30 },
  rounds: [],
};

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('preset_invalid', { how: 'notJson' });
  }
}
