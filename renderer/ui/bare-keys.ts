import { useEffect, useRef } from 'react';
import { isComposing } from './keyboard.ts';

/**
 * Keys that mean something else in a field, such as a bare letter or `ctrl+a`: in a field, while composing, or behind
 * a dialog they stay what they are.
 */
export function useBareKeys(keys: Readonly<Record<string, () => void>>, isActive = true): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!isActive) return;
    const listen = (event: KeyboardEvent) => {
      const act = latest.current[nameOf(event)];
      if (!act || isTyped(event) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [isActive]);
}

function nameOf({ key, ctrlKey, metaKey }: KeyboardEvent): string {
  return `${ctrlKey || metaKey ? 'ctrl+' : ''}${key.toLowerCase()}`;
}

function isTyped(event: KeyboardEvent): boolean {
  const { target, altKey, defaultPrevented } = event;
  const isField =
    target instanceof Element && target.closest('input:not([type="checkbox"]), textarea, select') !== null;
  return isField || altKey || defaultPrevented || isComposing(event);
}
