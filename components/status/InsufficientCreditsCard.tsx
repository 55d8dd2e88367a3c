import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import type { Draft } from '@/lib/drafts/draft';
import type { InsufficientCredits } from '@/lib/drafts/insufficient-credits';
import { jobCount } from '@/lib/drafts/price';
import type { Action } from '@/lib/flow/action';
import { buttonText } from '@/lib/text/button-text';
import { number } from '@/lib/text/format';
import { listText } from '@/lib/text/list';
import { joinSentences } from '@/lib/text/sentences';
import { CardBody } from './Card';

const EACH = {
  reshoot: 'short.move',
  extend: 'short.take',
  references: 'short.take',
  upscale: 'short.clip',
} as const satisfies Record<Action, string>;

/** The batch costs more than there is: what is missing, and what the balance allows. */
export function InsufficientCreditsCard({
  lacking,
  action,
}: {
  lacking: InsufficientCredits;
  action: Action;
}) {
  const { creditCheck } = useViewStore();
  const { needed, left, each, fewer } = lacking;
  const more = fewer && {
    label: buttonText(fewer, each * jobCount(fewer), { kind: 'idle' }),
    follow: () => creditCheck.sendFewer(lacking),
  };
  return (
    <CardBody
      picture="short"
      title={i18n.t('short.title', needed, [number(needed), number(left)])}
      actions={[...(more ? [more] : []), { label: i18n.t('ask.back'), follow: creditCheck.goBack }]}
    >
      <p>
        {joinSentences([
          i18n.t(EACH[action], [number(each)]),
          ...(creditCheck.isUpscaleFree.value ? [i18n.t('short.upscale')] : []),
          i18n.t('short.nothingSent'),
        ])}
      </p>
      {fewer?.action === 'reshoot' && <p>{i18n.t('short.within', [movesOf(fewer)])}</p>}
    </CardBody>
  );
}

const movesOf = ({ moves }: Draft): string => listText(moves.map((move) => i18n.t(`move.${move}`)));
