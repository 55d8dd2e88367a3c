import './Card.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useViewStore, type ViewStore } from '@/components/store/view-store';
import type { HoldReason } from '@/lib/jobs/hold';
import { Illustration, type IllustrationName } from '../ui/Illustration';
import { HoldNote } from './HoldNote';
import type { HoldAction } from './hold-actions';

interface BodyProps {
  readonly picture: IllustrationName;
  /** A number inside the picture. */
  readonly count?: string;
  readonly title: string;
  /** What can be done, the way forward first. */
  readonly actions: readonly HoldAction[];
  readonly children?: ComponentChildren;
  /** What stands under the buttons. */
  readonly after?: ComponentChildren;
}

/** What is missing: a drawing, a title, a text and the ways forward. */
export function CardBody({ picture, count, title, actions, children, after }: BodyProps) {
  const { focus } = useViewStore();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What had the focus has just made way for this card. In a page just opened nothing had it: there
    // the first Tab goes to the first control, also where this card has made way by then.
    if (focus.isLost()) heading.current?.focus();
  }, []);
  return (
    <section class="card" aria-labelledby={id}>
      <Illustration name={picture}>{count}</Illustration>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      <div class="card-act">
        {actions.map(({ label, isDisabled, follow }, index) => (
          <button
            key={label}
            type="button"
            class={index === 0 ? 'btn btn-main' : 'btn btn-tall'}
            disabled={isDisabled ?? false}
            onClick={follow}
          >
            {label}
          </button>
        ))}
      </div>
      {after}
    </section>
  );
}

interface Props extends BodyProps {
  /** The hold that the card itself says. */
  readonly says?: HoldReason;
}

/** A card in place of the composer. */
export const Card = ({ says, ...body }: Props) => {
  const store = useViewStore();
  return (
    <>
      <main class="body">
        <CardBody {...body} />
      </main>
      {!isSaid(store, says) && <HoldNote />}
    </>
  );
};

/** Each card outside a project says by itself that nobody is signed in, or that the account has moved. */
const isSaid = ({ liveJobs }: ViewStore, says: HoldReason | undefined): boolean =>
  [says, 'signed-out', 'moved'].includes(liveJobs.hold.value?.reason);
