import { i18n } from '#i18n';
import { costOf, isFree } from '@/lib/ledger/cost';
import type { LedgerEntry } from '@/lib/ledger/ledger';
import { credits, duration, priceText } from '@/lib/text/format';
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

/**
 * What a finished take cost, as the ledger has it, beside what the button said. What nobody knows
 * is said to be unknown.
 */
export function chargedText(entry: LedgerEntry | undefined): string {
  if (!entry) return i18n.t('compare.noEntry');
  const { price } = entry;
  const cost = costOf(entry);
  if (isFree(cost)) return price === 0 ? priceText(0) : i18n.t('compare.notCharged');
  if (cost.possibleUnpriced > 0) return i18n.t('compare.possible');
  if (cost.possible > 0) return i18n.t('compare.possibleOf', [credits(cost.possible)]);
  const sum = credits(cost.sure);
  if (price === undefined) return sum;
  return cost.sure === price
    ? i18n.t('compare.asSaid', [sum])
    : i18n.t('compare.notAsSaid', [sum, credits(price)]);
}
