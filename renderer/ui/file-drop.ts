import { useEffect, useRef, useState } from 'react';

/**
 * Takes a file dropped anywhere on the page: missing the frame by a little must not make the browser leave
 * the page for the file.
 * @returns whether something is held over the page now
 */
export function useFileDrop(onFile: (file: File) => void, isActive: boolean): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFile);
  latest.current = onFile;
  useEffect(() => {
    if (!isActive) return;
    const events = new AbortController();
    const on = (name: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
      window.addEventListener(name, act, { signal: events.signal });
    on('dragover', (event) => {
      event.preventDefault();
      setOver(true);
    });
    on('dragleave', () => setOver(false));
    on('drop', (event) => {
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) latest.current(file);
    });
    return () => events.abort();
  }, [isActive]);
  return isOver;
}
