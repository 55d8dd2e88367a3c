import type { ComponentChildren } from 'preact';

interface Props {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly action: string;
  readonly onAction: () => void;
}

/** In place of the composer: what is missing, and the one way forward. */
export const Card = ({ title, children, action, onAction }: Props) => (
  <main class="body card">
    <h2>{title}</h2>
    {children}
    <div class="card-act">
      <button type="button" class="btn btn-main" onClick={onAction}>
        {action}
      </button>
    </div>
  </main>
);
