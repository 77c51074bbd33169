import { Component, type ReactNode } from 'react';
import { Crash } from './Crash';

interface State {
  readonly error: Error | undefined;
}

/** Shows a page that says what happened instead of a blank one. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override readonly state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === undefined ? this.props.children : <Crash error={error} />;
  }
}
