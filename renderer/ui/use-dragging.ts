import { useEffect, useRef } from 'react';

/** The pointer may leave a sheet and come back while it draws a selection; letting go anywhere ends it. */
export function useDragging() {
  const isDragging = useRef(false);
  useEffect(() => {
    const end = () => {
      isDragging.current = false;
    };
    window.addEventListener('pointerup', end);
    return () => window.removeEventListener('pointerup', end);
  }, []);
  return isDragging;
}
