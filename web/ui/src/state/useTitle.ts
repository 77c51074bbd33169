import { useEffect } from 'react';

/** Sets the title of the document: the page first, as tabs are narrow. */
export function useTitle(...parts: readonly string[]): void {
  const title = [...parts, 'Klamm'].filter((part) => part !== '').join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
