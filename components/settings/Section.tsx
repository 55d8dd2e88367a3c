import './Section.css';
import type { ComponentChildren } from 'preact';

interface Props {
  /** Its URL in the page: `options.html#limits`. */
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly children: ComponentChildren;
}

/** One section of the settings under its heading. */
export const Section = ({ id, title, lead, children }: Props) => (
  <section class="sec" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {lead && <p class="lead">{lead}</p>}
    {children}
  </section>
);
