/** The mark of the product: two overlapping frames, the front one with a 2. */
export const Logo = () => (
  <svg class="mark" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
    <path d="M6.5 2.75h10.75v10.5" fill="none" stroke="currentColor" stroke-width="1.5" />
    <path d="M2.5 6H14v11H2.5z" fill="currentColor" />
    <path
      d="M6 9.7c.3-1.9 4.5-1.9 4.3.4-.1 1.6-3.5 2.4-4.3 4.4h4.5"
      fill="none"
      stroke="var(--surface)"
      stroke-width="1.5"
    />
  </svg>
);
