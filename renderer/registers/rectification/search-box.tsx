import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { ledgerText } from '../../text/rectification-page.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { Key } from '../../ui/page.tsx';

/** Pause in typing after which the list follows. */
const PAUSE_MS = 200;

interface SearchBoxProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** The list follows what is typed, but not the letters of an input method before they are words. */
export function SearchBox({ value, onChange }: SearchBoxProps) {
  const box = useRef<InputRef>(null);
  const [text, setText] = useState(value);
  const [isComposing, setComposing] = useState(false);
  const told = useRef(value);
  const latest = useRef(onChange);
  latest.current = onChange;
  useShortcuts({ 'ctrl+f': () => box.current?.focus({ cursor: 'all' }) });
  useEffect(() => {
    // Cleared, or another link followed; what only comes back from here must not undo what was typed since.
    if (value !== told.current) setText(value);
    told.current = value;
  }, [value]);
  useEffect(() => {
    if (isComposing || text.trim() === told.current) return;
    const timer = setTimeout(() => {
      told.current = text.trim();
      latest.current(told.current);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, isComposing]);

  return (
    <Input
      ref={box}
      className="rectification-search"
      type="search"
      aria-label={ledgerText.searchLabel}
      placeholder={ledgerText.search}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      suffix={<Key always>Ctrl+F</Key>}
      maxLength={50}
    />
  );
}
