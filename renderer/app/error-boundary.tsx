/** The last net: says that the data is safe and offers a way back. */
import { Component, type ReactNode } from 'react';
import { CrashNotice } from '../ui/crash-notice.tsx';

interface BoundaryState {
  readonly error: Error | null;
}

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <CrashNotice
        error={error}
        onAgain={() => {
          this.setState({ error: null });
        }}
      />
    );
  }
}
