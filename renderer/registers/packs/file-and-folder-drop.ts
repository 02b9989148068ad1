import { useEffect, useRef, useState } from 'react';
import { droppedFiles } from './taken-files.ts';

/** Files and folders may be dropped anywhere on the page. */
export function useDrop(onFiles: (files: readonly File[]) => void, isActive: boolean): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
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
      if (event.dataTransfer) void droppedFiles(event.dataTransfer).then((files) => latest.current(files));
    });
    return () => events.abort();
  }, [isActive]);
  return isOver;
}
