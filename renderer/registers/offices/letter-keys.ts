import { useEffect, useRef } from 'react';
import { isComposing } from '../../ui/keyboard.ts';

/** Bare letters as keys of the page: in a field, while composing, or behind a dialog they stay letters. */
export function useLetterKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const act = latest.current[event.key.toLowerCase()];
      if (!act || isText(event) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function isText(event: KeyboardEvent): boolean {
  const { target, ctrlKey, metaKey, altKey } = event;
  const isField = target instanceof Element && target.closest('input, textarea, select') !== null;
  return isField || ctrlKey || metaKey || altKey || isComposing(event);
}
