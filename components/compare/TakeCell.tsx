import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useMediaSource } from './media-source';
import { NoFile } from './NoFile';
import { StepVideo } from './StepVideo';
import type { SyncedPlayer } from './synced-player';
import type { Take } from './take';

interface Props {
  readonly take: Take;
  readonly player: SyncedPlayer;
  readonly isChosen: boolean;
  readonly choose: () => void;
  /** What stands over its picture. */
  readonly mark?: ComponentChildren;
  /** What is said behind its name. */
  readonly children?: ComponentChildren;
}

/** One take of a contact sheet, to be chosen. Its file is asked for only while it is in sight or nearly. */
export function TakeCell({ take, player, isChosen, choose, mark, children }: Props) {
  const cell = useRef<HTMLLIElement>(null);
  const isNear = useNear(cell);
  const lookup = useMediaSource(isNear.value ? take.id : undefined, take.resolve);
  const state = lookup.found.value;
  return (
    <li class="take-cell" ref={cell}>
      <button type="button" aria-pressed={isChosen} onClick={choose}>
        <span class={`take-pic take-${take.aspect}`}>
          <StepVideo lookup={lookup} player={player} media={take.media} posterId={take.posterId} />
          {mark}
        </span>
        <span class="take-name">{take.name}</span> {children}
      </button>
      {state.kind === 'none' && (
        <NoFile sentence={state.sentence} name={take.name} retry={lookup.retry} />
      )}
    </li>
  );
}

/** Whether an element is in sight, or nearly. */
function useNear(element: RefObject<Element>): ReadonlySignal<boolean> {
  const isNear = useSignal(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        isNear.value = entries.at(-1)?.isIntersecting ?? false;
      },
      { rootMargin: '200px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return isNear;
}
