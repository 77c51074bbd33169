/** Where in a graph somebody points: place in time, and px from the left and the top of the drawn area. */
export interface Hover {
  readonly index: number;
  readonly left: number;
  readonly top: number;
  /** By the arrow keys, and so to be told in words. */
  readonly byKey: boolean;
}

/** Holds where somebody points, apart from React's state: it changes with every move of the pointer. */
export class HoverStore {
  private hover: Hover | undefined;
  private readonly listeners = new Set<() => void>();

  readonly get = (): Hover | undefined => this.hover;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(hover: Hover | undefined): void {
    this.hover = hover;
    for (const listener of this.listeners) listener();
  }
}
