import { i18n } from '#i18n';
import { duration } from '@/lib/text/format';
import { chargedText } from './charged-text';
import type { Comparison } from './comparison';
import { shortName } from './links';

interface Props {
  readonly shown: Comparison;
  /** Size of the picture, read from the file itself; undefined until then. */
  readonly size: string | undefined;
}

/** Where a take came from, what it cost, and how it was made. */
export function TakeDetails({ shown: { job, entry, origin, media }, size }: Props) {
  const known = media.get(job.result.mediaId ?? '');
  const stored =
    known?.width !== undefined && known.height !== undefined
      ? i18n.t('compare.size', [known.width, known.height])
      : undefined;
  const [first = job] = origin.takes;
  const root = media.get(origin.rootId)?.title || first.title;
  const way = [i18n.t('job.quoted', [root]), ...[...origin.takes, job].map(shortName)];
  const made = [
    duration(job.endedAt - job.sentAt),
    i18n.t('compare.seed', [job.request.seed]),
    size ?? stored ?? [],
  ].flat();
  return (
    <dl class="take-facts">
      <dt>{i18n.t('compare.from')}</dt>
      <dd>
        {way.map((part, index) => (
          <>
            {index > 0 && ' › '}
            <bdi>{part}</bdi>
          </>
        ))}
      </dd>
      <dt>{i18n.t('compare.charged')}</dt>
      <dd>{chargedText(entry)}</dd>
      <dt>{i18n.t('compare.made')}</dt>
      <dd>{made.join(' · ')}</dd>
    </dl>
  );
}
