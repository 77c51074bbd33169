import { type RefObject, useEffect, useRef } from 'react';

const REST = 250;

interface Memory {
  readonly firstRow?: number;
  readonly question?: string;
  readonly onFirstRow?: (row: number) => void;
}

/** Tells the first row in view when scrolling has come to rest, and goes to the remembered one when the question changes. */
export function useScrollMemory(scroller: RefObject<HTMLElement | null>, rowHeight: number, memory: Memory): void {
  const { firstRow = 0, question, onFirstRow } = memory;
  useEffect(() => {
    const element = scroller.current;
    if (element === null || onFirstRow === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(() => onFirstRow(Math.round(element.scrollTop / rowHeight)), REST);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller, rowHeight, onFirstRow]);

  const asked = useRef(question);
  useEffect(() => {
    if (asked.current === question) return;
    asked.current = question;
    if (scroller.current !== null) scroller.current.scrollTop = firstRow * rowHeight;
  }, [question, scroller, firstRow, rowHeight]);
}
