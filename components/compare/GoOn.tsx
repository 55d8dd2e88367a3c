import './SheetCell.css';
import './GoOn.css';
import { useSignal } from '@preact/signals';
import { ChevronRight } from 'lucide-preact';
import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import type { Media } from '@/lib/flow/media';
import { jobObject } from '@/lib/text/job-name';
import { titleInSentence } from '@/lib/text/title';
import { Poster } from '../pictures/Poster';
import type { Comparison } from './comparison';
import { type Link, linksOf } from './links';
import { UseAsSource } from './UseAsSource';

/** The chain a take stands in, and what can be made next of any clip of it. */
export function GoOn({ shown }: { shown: Comparison }) {
  const { compared } = useViewStore();
  const links = linksOf(shown);
  const chosen = useSignal(shown.job.id);
  const link = links.find(({ id }) => id === chosen.value);
  const { job } = link ?? {};
  return (
    <section class="lineage" aria-labelledby="lineage">
      <h3 id="lineage">{i18n.t('lineage.title')}</h3>
      <ol class="lineage-chain">
        {links.map((one, index) => (
          <li key={one.id}>
            {index > 0 && <ChevronRight class="i i-12 i-turn" aria-hidden="true" />}
            <LinkButton
              link={one}
              media={shown.media.get(one.mediaId ?? '')}
              isChosen={one === link}
              choose={() => {
                chosen.value = one.id;
              }}
            />
          </li>
        ))}
      </ol>
      {link && (
        <>
          <h4 class="cut" dir="auto">
            {i18n.t('lineage.from', [link.job ? jobObject(link.job) : titleInSentence(link.name)])}
          </h4>
          <div class="lineage-row">
            <UseAsSource media={shown.media.get(link.mediaId ?? '')} />
            {job && job.id !== shown.job.id && (
              <button type="button" class="btn" onClick={() => compared.open(job.id)}>
                {i18n.t('lineage.compare')}
              </button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

interface LinkProps {
  readonly link: Link;
  readonly media: Media | undefined;
  readonly isChosen: boolean;
  readonly choose: () => void;
}

const LinkButton = ({ link, media, isChosen, choose }: LinkProps) => (
  <button type="button" class="take-cell" aria-pressed={isChosen} onClick={choose}>
    <span class="take-pic take-landscape">
      <Poster media={media} {...(link.mediaId !== undefined && { id: link.mediaId })} />
    </span>
    <span class="take-name" dir="auto" title={link.name}>
      {link.name}
    </span>
  </button>
);
