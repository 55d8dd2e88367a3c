const PATHS = {
  extend: 'M1.75 4.75h6.5v6.5h-6.5zM10.5 8h4M12.5 5.75L14.75 8l-2.25 2.25',
  reshoot: 'M1.75 5.25h8.5v6.5h-8.5zM10.25 7.75l4-2v5.5l-4-2M4 2.75h4',
  upscale: 'M1.75 8.25h6v6h-6zM5 5V1.75h9.25V11H11M9 7l2.75-2.75M9.25 4.25h2.5v2.5',
  references: 'M4.75 1.75h9.5v9.5h-9.5zM11.25 14.25h-9.5v-9.5M5 10l3-3 2 2 1.5-1.5L14 10',
  running: 'M8 1.75A6.25 6.25 0 1 0 14.25 8',
  tick: 'M3 8.5l3.5 3.5L13 4.5',
  landscape: 'M2.5 4.5h11v7h-11z',
  portrait: 'M4.5 2.5h7v11h-7z',
} as const;

export type IconName = keyof typeof PATHS;

/** An icon of our own, on a grid of 16, for what a set of common icons has no word for. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
);
