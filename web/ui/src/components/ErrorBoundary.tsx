import { Component, type ReactNode } from 'react';
import { Crash } from './Crash';

interface Props {
  /** Shown in the place of what has thrown; absent: a page that says what happened. */
  readonly fallback?: ReactNode;
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | undefined;
}

/** Shows a page that says what happened instead of a blank one. */
export class ErrorBoundary extends Component<Props, State> {
  override readonly state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return this.props.fallback ?? <Crash error={error} />;
  }
}
