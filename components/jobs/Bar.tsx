import './Bar.css';

interface Props {
  readonly elapsedMs: number;
  readonly usualMs: number;
}

/** Elapsed against usual time. It stops at its end; the words beside it go on and say it all. */
export const Bar = ({ elapsedMs, usualMs }: Props) => (
  <span
    class="bar"
    aria-hidden="true"
    style={{ '--done': String(Math.min(1, Math.max(0, elapsedMs / usualMs))) }}
  />
);
