import './Illustration.css';
import type { ComponentChildren } from 'preact';

/** Each drawing: the look of a line, and its path on a frame of 120 × 80. */
const DRAWINGS = {
  welcome: [
    ['line', 'M38 34h44v24H38zM38 34l-1.5-7 43-9 1.5 7z'],
    ['lead', 'M47.5 25.5l4 6M58 23l4 6.5M68.5 21l4 6'],
    ['lead', 'M56.5 43.5c.5-4 8-4 7.5.5-.4 3-6 4-7.5 8.5h8'],
  ],
  verification: [
    ['soft', 'M60 40V20a20 20 0 1 1-17.3 30z'],
    ['line', 'M60 20a20 20 0 1 1-.01 0M60 24a16 16 0 1 1-.01 0'],
    ['thin', 'M9 40h31M80 40h31M60 15v5M60 60v5'],
  ],
  moved: [
    ['thin dash', 'M24 28h30v24H24z'],
    ['lead', 'M66 28h30v24H66z'],
    ['line', 'M44 40h14M53 35l5 5-5 5'],
  ],
  notFlow: [
    ['line', 'M36 34v-8h9M84 34v-8h-9M36 46v8h9M84 46v8h-9'],
    ['thin', 'M56 40h8M60 36v8'],
  ],
  noProject: [
    ['thin', 'M19 29h24v22H19zM77 29h24v22H77z'],
    ['lead', 'M48 29h24v22H48zM56 36l8 4-8 4z'],
  ],
  noClips: [
    ['thin dash', 'M44 27h32v26H44z'],
    ['lead', 'M60 34v12M54 40h12'],
  ],
  signedOut: [
    ['soft', 'M60 21a19 19 0 1 1-.01 0'],
    ['line', 'M57 41.5a5.5 5.5 0 1 1 6 0l2.5 10h-11z'],
  ],
  stale: [['lead', 'M73.5 34.5A15 15 0 1 0 75 43M75 26v9h-9']],
  offline: [
    ['hole', 'M55 0h12l-5 13 6 14-7 13 7 13-6 14 5 13H55l-5-13 6-14-6-13 7-13-7-14z'],
    ['line', 'M53 14l-3-1 6 14-6 13 7 13-7 14M65 14l-3-1 6 14-7 13 7 13-6 14'],
  ],
  short: [
    ['full', 'M22 29h8v22h-8zM34 29h8v22h-8z'],
    ['thin dash', 'M46 29h8v22h-8zM58 29h8v22h-8zM70 29h8v22h-8zM82 29h8v22h-8z'],
  ],
  withdrawn: [
    ['line', 'M40 31h27v19H40zM67 37l13-5v17l-13-5'],
    ['lead', 'M36 56l48-32'],
  ],
  noJobs: [
    ['line', 'M60 20a20 20 0 1 1-.01 0'],
    [
      'thin',
      'M60 36a4 4 0 1 1-.01 0M60 25a4 4 0 1 1-.01 0M60 47a4 4 0 1 1-.01 0M49 36a4 4 0 1 1-.01 0M71 36a4 4 0 1 1-.01 0',
    ],
  ],
} as const satisfies Record<string, readonly (readonly [look: string, path: string])[]>;

export type IllustrationName = keyof typeof DRAWINGS;

interface Props {
  readonly name: IllustrationName;
  /** A number in the middle of the frame. */
  readonly children?: ComponentChildren;
}

/** A frame of leader film with a drawing in its gate. */
export const Illustration = ({ name, children }: Props) => (
  <svg class="leader" viewBox="0 0 120 80" aria-hidden="true">
    <rect class="film" width="120" height="80" rx="6" />
    <path class="holes" d="M10 7.5h97M10 72.5h97" />
    <rect class="gate" x="8.75" y="14.75" width="102.5" height="50.5" rx="2" />
    {DRAWINGS[name].map(([look, path]) => (
      <path key={path} class={look} d={path} />
    ))}
    <text x="60" y="47">
      {children}
    </text>
  </svg>
);
