import './SetIllustration.css';

/** A little set for the camera to move on: a figure between two lamps, before a town. */
export const SetIllustration = () => (
  <span class="stage">
    <span class="world">
      <i />
      <i />
      <svg viewBox="-12 -40 24 40" aria-hidden="true">
        <path d="M-9 0c1.5-10 3-16 6-21h6c3 5 4.5 11 6 21zM-11-26c6-2.5 16-2.5 22 0l-.3 1.6c-6-1.4-15.4-1.4-21.4 0zM-5-27c1-5 2.5-9 8-12.5-.6 5 1 9 2 12.5z" />
        <circle cy="-23.5" r="4" />
      </svg>
    </span>
  </span>
);
