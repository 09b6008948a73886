import { Component, type ReactNode } from 'react';

/** What is shown instead of an empty page when drawing it went wrong. */
export class Mishap extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="mishap">
        <h1>Something on this page went wrong</h1>
        <p>Your conversation is safe on the server. Loading the page again shows it.</p>
        <button type="button" className="button" onClick={() => location.reload()}>
          Load again
        </button>
      </main>
    );
  }
}
