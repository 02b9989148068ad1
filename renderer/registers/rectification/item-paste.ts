import { useEffect, useState } from 'react';

/**
 * A list that was pasted on the ledger. In a field, or while a form is open, pasting means what it always does.
 * @returns its text until it is let go
 */
export function usePastedText(isActive: boolean) {
  const [pasted, setPasted] = useState<string | null>(null);
  useEffect(() => {
    if (!isActive) return;
    const listen = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (isElsewhere(event.target) || !isList(text)) return;
      event.preventDefault();
      setPasted(text);
    };
    window.addEventListener('paste', listen);
    return () => window.removeEventListener('paste', listen);
  }, [isActive]);
  return { pasted, letGo: () => setPasted(null) };
}

/** A word or two that were copied are no list: cells stand between tabs. */
export function isList(text: string): boolean {
  return text.trim().includes('\t');
}

function isElsewhere(target: EventTarget | null): boolean {
  const isField =
    target instanceof Element && target.closest('input:not([type="checkbox"]), textarea') !== null;
  return isField || document.querySelector('dialog[open]') !== null;
}
