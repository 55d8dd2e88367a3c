import './MoveTile.css';
import { Check } from 'lucide-preact';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import type { Move } from '@/lib/flow/moves';
import { glyphOf } from './move-glyphs';
import { SetIllustration } from './SetIllustration';

interface Props {
  readonly move: Move;
  readonly checked: boolean;
  /** Whether there is a first frame to show the move on; else it is shown on a drawn set. */
  readonly isFramed: boolean;
  /** What makes the checkbox part of its grid. */
  readonly tile: { readonly tabIndex: number; readonly onFocus: () => void };
  readonly onToggle: (isOn: boolean) => void;
}

/** A camera move to choose: its film term, and an illustration in which the camera does it. */
export function MoveTile({ move, checked, isFramed, tile, onToggle }: Props) {
  const { validation } = useViewStore();
  const about = i18n.t(`moves.about.${move}`);
  return (
    <label class="move" title={about}>
      <input
        type="checkbox"
        checked={checked}
        aria-description={about}
        onChange={(event) => onToggle(event.currentTarget.checked)}
        {...tile}
        {...validation.explainedBy('moves')}
      />
      <span class="shot" data-move={move}>
        {isFramed ? <Planes /> : <SetIllustration />}
        <Glyph path={glyphOf(move)} />
      </span>
      <span class="tick">
        <Check class="i" aria-hidden="true" />
      </span>
      <span class="move-name">{i18n.t(`move.${move}`)}</span>
    </label>
  );
}

/** The first frame four times, one behind the other: the middle of the picture stands in front. */
const Planes = () => (
  <span class="lens">
    <span class="planes">
      <i />
      <i />
      <i />
      <i />
    </span>
  </span>
);

const Glyph = ({ path }: { path: string | undefined }) =>
  path === undefined ? null : (
    <span class="glyph">
      <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    </span>
  );
