import '../compare/ContactSheet.css';
import './Together.css';
import type { Signal } from '@preact/signals';
import { ArrowLeft } from 'lucide-preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useLibraryStore } from '@/components/store/library-store';
import type { Entry } from '@/lib/library/entry';
import { number } from '@/lib/text/format';
import { lineText } from '@/lib/text/library-text';
import { mediaTitle } from '@/lib/text/title';
import { onPlayerKey } from '../compare/compare-keys';
import { useHeld } from '../compare/held';
import { useMediaSource } from '../compare/media-source';
import { Pair } from '../compare/Pair';
import type { Side } from '../compare/side';
import { createSyncedPlayer, type SyncedPlayer } from '../compare/synced-player';
import { TakeCell } from '../compare/TakeCell';
import { Transport } from '../compare/Transport';
import { type Take, takeOfMedia } from '../compare/take';

/** Chosen clips on one clock: all of them on a contact sheet, or two compared. */
export function Together() {
  const { compared } = useLibraryStore();
  const takes = compared.takes.value;
  const pair = compared.pair.value;
  const shown = (pair ?? takes).map(({ media }) => media.id).join(' ');
  const player = useMemo(createSyncedPlayer, [shown]);
  const isHeld = useHeld();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of all that is in it
    <div
      class="library-together"
      onKeyDown={(event) => onPlayerKey(event, { player, ...(pair && { isHeld }) })}
    >
      <div class="library-together-head">
        <Back />
        <h2>
          {pair ? i18n.t('compare.title') : i18n.t('library.together', [number(takes.length)])}
        </h2>
      </div>
      {pair ? (
        <Two key={shown} pair={pair} player={player} isHeld={isHeld} />
      ) : (
        <Sheet key={shown} takes={takes} player={player} />
      )}
    </div>
  );
}

function Back() {
  const { compared } = useLibraryStore();
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(), [compared.pair.value === undefined]);
  return (
    <button
      ref={button}
      type="button"
      class="icon-btn icon-btn-s"
      aria-label={i18n.t('compare.back')}
      title={i18n.t('compare.back')}
      onClick={compared.back}
    >
      <ArrowLeft class="i i-turn" aria-hidden="true" />
    </button>
  );
}

const takeOf = ({ media, title, maker }: Entry): Take =>
  takeOfMedia(media, mediaTitle({ title }), maker);

interface SheetProps {
  readonly takes: readonly Entry[];
  readonly player: SyncedPlayer;
}

function Sheet({ takes, player }: SheetProps) {
  const { compared } = useLibraryStore();
  const chosen = compared.chosen.value;
  return (
    <div class="sheet library-sheet">
      <ul class="sheet-cells" aria-label={i18n.t('sheet.label')}>
        {takes.map((entry) => (
          <TakeCell
            key={entry.media.id}
            take={takeOf(entry)}
            player={player}
            isChosen={chosen.includes(entry.media.id)}
            choose={() => compared.choose(entry.media.id)}
          >
            {lineText(entry, Date.now())}
          </TakeCell>
        ))}
      </ul>
      <Transport player={player} play={i18n.t('sheet.play')}>
        <button
          type="button"
          class="btn"
          disabled={chosen.length !== 2}
          onClick={compared.compareChosen}
        >
          {i18n.t('library.compareTwo')}
        </button>
      </Transport>
    </div>
  );
}

interface TwoProps {
  readonly pair: readonly [Entry, Entry];
  readonly player: SyncedPlayer;
  readonly isHeld: Signal<boolean>;
}

function Two({ pair, player, isHeld }: TwoProps) {
  const [left, right] = [useSide(pair[0], pair), useSide(pair[1], pair)];
  const isPortrait = pair.every((entry) => takeOf(entry).aspect === 'portrait');
  return (
    <div class="library-two">
      <Pair
        left={left}
        right={right}
        aspect={isPortrait ? 'portrait' : 'landscape'}
        player={player}
        hold={i18n.t('library.hold')}
        isHeld={isHeld}
      />
    </div>
  );
}

/** Two of one title are told apart by how and when they were made. */
function useSide(entry: Entry, [one, other]: readonly [Entry, Entry]): Side {
  const { posterId, media, name, resolve } = takeOf(entry);
  const isAlike = one.title === other.title;
  return {
    name: isAlike ? lineText(entry, Date.now()) : name,
    lookup: useMediaSource(entry.media.id, resolve),
    ...{ media, posterId, isImage: false, offset: 0 },
  };
}
