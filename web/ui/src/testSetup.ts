import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';

/** A busy machine is slow, not wrong. */
configure({ asyncUtilTimeout: 15_000 });

/** The size that jsdom, which lays nothing out, gives to every element: virtual tables draw nothing without one. */
const SIZE = { offsetWidth: 1200, offsetHeight: 600, clientWidth: 1200, clientHeight: 600 };

if (typeof window !== 'undefined') {
  for (const [name, value] of Object.entries(SIZE)) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
  }
  window.matchMedia = (query) => ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  });
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  Element.prototype.scrollTo = () => undefined;
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  beforeEach(() => localStorage.clear());
  afterEach(cleanup);
}
