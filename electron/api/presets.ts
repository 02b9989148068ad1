import { readdirSync, readFileSync } from 'node:fs';
import { type Preset, parsePreset } from '../../shared/contract/preset.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';

const FOLDER = new URL('../../resources/presets/', import.meta.url);

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
