import { useEffect, useRef } from 'react';

export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/**
 * Keys for as long as the component stands, by names such as `ctrl+n`, `alt+1`, `f5`, `escape`. While an input
 * method composes, every key is its own. While a dialog is open the page behind it is deaf; the frame, whose
 * keys mean the same `everywhere`, hears what is typed in the dialog too.
 */
export function useShortcuts(
  shortcuts: Shortcuts,
  isActive = true,
  reach: 'page' | 'everywhere' = 'page',
): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    if (!isActive) return;
    const listen = (event: KeyboardEvent) => {
      if (isComposing(event) || event.defaultPrevented) return;
      const act = latest.current[nameOf(event)];
      const isBehind = document.querySelector('dialog[open]') !== null;
      if (!act || (isBehind && (reach === 'page' || !isFromDialog(event)))) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [isActive, reach]);
}

/** Chromium tells of composition by the flag, other engines and the first key by code 229. */
export function isComposing(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === 229;
}

function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey, code }: KeyboardEvent): string {
  const held = [ctrlKey || metaKey ? 'ctrl' : '', altKey ? 'alt' : '', shiftKey ? 'shift' : ''];
  // With Alt held some layouts type another character than the one on the key.
  const printed = altKey ? (/^Digit(\d)$/.exec(code)?.[1] ?? BESIDE_DIGITS[code]) : undefined;
  return [...held, printed ?? key.toLowerCase()].filter(Boolean).join('+');
}

const BESIDE_DIGITS: Readonly<Record<string, string>> = { Minus: '-', Equal: '=' };

function isFromDialog(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest('dialog[open]') !== null;
}
