import type { ComponentChildren } from 'preact';
import { hold } from '../state/live-jobs';
import { HoldNote } from './HoldNote';

interface Props {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly action: string;
  readonly onAction: () => void;
}

/** In place of the composer: what is missing, and the one way forward. */
export const Card = ({ title, children, action, onAction }: Props) => (
  <>
    <main class="body card">
      <h2>{title}</h2>
      {children}
      <div class="card-act">
        <button type="button" class="btn btn-main" onClick={onAction}>
          {action}
        </button>
      </div>
    </main>
    {!isSaidByCards() && <HoldNote />}
  </>
);

/** A card says by itself that nobody is signed in, or that the account has moved. */
const isSaidByCards = () => hold.value?.reason === 'signed-out' || hold.value?.reason === 'moved';
