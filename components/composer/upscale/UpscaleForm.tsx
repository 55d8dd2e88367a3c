import './UpscaleForm.css';
import { Info } from 'lucide-preact';
import { i18n } from '#i18n';
import { Poster } from '@/components/pictures/Poster';
import { useViewStore } from '@/components/store/view-store';
import type { Copy } from '@/lib/drafts/copies';
import { type Draft, upscaleIds } from '@/lib/drafts/draft';
import { FRAMES_PER_SECOND, type Media, shapeOf } from '@/lib/flow/media';
import { number, seconds } from '@/lib/text/format';
import { Seed } from '../fields/Seed';
import { ClipList } from './ClipList';
import { sizeAfter, sizeNow } from './sizes';

/** Upscale: as many clips as are wanted, what goes in and what comes out; only the seed to set. */
export function UpscaleForm({ draft }: { draft: Draft }) {
  const { library } = useViewStore();
  const ids = upscaleIds(draft);
  const [only, ...more] = ids.map((id) => library.known.value.get(id));
  return (
    <>
      <ChooseClips ids={ids} />
      {more.length > 0 ? <ClipList ids={ids} /> : only && <OneClip media={only} />}
      <CopyNotes ids={ids} />
      <Seed />
    </>
  );
}

/** How many clips are chosen, and the ways to choose all that have no 1080p copy yet, or none. */
function ChooseClips({ ids }: { ids: readonly string[] }) {
  const { library, upscaleChoice } = useViewStore();
  const all = library.clips.value?.length ?? 0;
  const missing = upscaleChoice.notYet.value.filter((id) => !ids.includes(id));
  return (
    <p class="choose-clips">
      <span>{i18n.t('upscale.chosen', all, [number(ids.length), number(all)])}</span>
      <button
        type="button"
        class="link push"
        aria-disabled={missing.length === 0}
        onClick={() => {
          if (missing.length > 0) upscaleChoice.choose(upscaleChoice.notYet.value);
        }}
      >
        {i18n.t('upscale.every')}
      </button>
      <button
        type="button"
        class="link"
        aria-disabled={ids.length === 0}
        onClick={() => upscaleChoice.choose([])}
      >
        {i18n.t('upscale.none')}
      </button>
    </p>
  );
}

const KINDS = ['is', 'has', 'making'] as const satisfies readonly Copy[];

/** Says which of the chosen clips are 1080p, or have or get such a copy already. */
function CopyNotes({ ids }: { ids: readonly string[] }) {
  const { upscaleChoice } = useViewStore();
  const sentences = KINDS.flatMap((kind) => {
    const count = ids.filter((id) => upscaleChoice.copies.value.get(id) === kind).length;
    if (count === 0) return [];
    if (ids.length === 1) return [i18n.t(`upscale.one.${kind}`)];
    return [i18n.t(`upscale.some.${kind}`, count, [number(count)])];
  });
  return (
    <div role="status">
      {sentences.map((sentence) => (
        <p class="note" key={sentence}>
          <Info class="i" aria-hidden="true" />
          <span>{sentence}</span>
        </p>
      ))}
    </div>
  );
}

/** The one chosen clip, large, with what is known of it. */
const OneClip = ({ media }: { media: Media }) => (
  <>
    <div class="grow">
      <Poster media={media} />
      <span class="tag tag-new">{sizeAfter(media)}</span>
    </div>
    <ClipFacts media={media} />
  </>
);

/** What is known of a clip that is to be upscaled. */
export const ClipFacts = ({ media }: { media: Media }) => (
  <dl class="facts">
    <Fact name={i18n.t('upscale.source')} value={sizeNow(media)} />
    <Fact
      name={i18n.t('upscale.length')}
      value={media.frames && i18n.t('upscale.seconds', [seconds(media.frames)])}
    />
    <Fact
      name={i18n.t('upscale.frames')}
      value={media.frames && i18n.t('upscale.rate', [number(media.frames), FRAMES_PER_SECOND])}
    />
    <Fact name={i18n.t('shape.label')} value={shapeText(media)} />
  </dl>
);

function shapeText(media: Media): string | undefined {
  const shape = shapeOf(media);
  return shape && i18n.t(`shape.${shape}Title`);
}

/** One thing that is known of the clip; left out when it is not. */
const Fact = ({ name, value }: { name: string; value: string | number | undefined }) =>
  value ? (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  ) : null;
