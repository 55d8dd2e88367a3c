import { Check } from 'lucide-preact';
import { i18n } from '#i18n';
import type { Move } from '@/lib/flow/moves';
import { explainedBy } from '../state/problems';
import { glyphOf } from './move-glyphs';

interface Props {
  readonly move: Move;
  readonly checked: boolean;
  readonly onToggle: (isOn: boolean) => void;
}

/** A camera move to choose: a little set on which the camera does it, and its film term. */
export const MoveTile = ({ move, checked, onToggle }: Props) => (
  <label class="move">
    <input
      type="checkbox"
      checked={checked}
      onChange={(event) => onToggle(event.currentTarget.checked)}
      {...explainedBy('moves')}
    />
    <span class="shot" data-move={move}>
      <span class="stage">
        <span class="world">
          <i />
          <i />
          <Figure />
        </span>
      </span>
      <Glyph path={glyphOf(move)} />
    </span>
    <span class="tick">
      <Check class="i" aria-hidden="true" />
    </span>
    <span class="move-name">{i18n.t(`move.${move}`)}</span>
  </label>
);

const Figure = () => (
  <svg viewBox="-12 -40 24 40" aria-hidden="true">
    <path d="M-9 0c1.5-10 3-16 6-21h6c3 5 4.5 11 6 21zM-11-26c6-2.5 16-2.5 22 0l-.3 1.6c-6-1.4-15.4-1.4-21.4 0zM-5-27c1-5 2.5-9 8-12.5-.6 5 1 9 2 12.5z" />
    <circle cy="-23.5" r="4" />
  </svg>
);

const Glyph = ({ path }: { path: string | undefined }) =>
  path === undefined ? null : (
    <span class="glyph">
      <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    </span>
  );
