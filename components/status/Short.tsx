import { i18n } from '#i18n';
import { useViewStore } from '@/components/store/view-store';
import type { Action } from '@/lib/flow/action';
import type { Draft } from '@/lib/job/draft';
import { jobCount } from '@/lib/job/price';
import type { Shortage } from '@/lib/job/shortage';
import { buttonWords } from '@/lib/text/button-words';
import { number } from '@/lib/text/format';
import { joinSentences } from '@/lib/text/sentences';
import { CardBody } from './Card';

const EACH = {
  reshoot: 'short.move',
  extend: 'short.take',
  references: 'short.take',
  upscale: 'short.clip',
} as const satisfies Record<Action, string>;

/** The wish costs more than there is: what is missing, and what the balance allows. */
export function Short({ shortage, action }: { shortage: Shortage; action: Action }) {
  const { insufficientCredits } = useViewStore();
  const { needed, left, each, fewer } = shortage;
  const more = fewer && {
    label: buttonWords(fewer, each * jobCount(fewer), { kind: 'idle' }),
    follow: () => insufficientCredits.sendFewer(shortage),
  };
  return (
    <CardBody
      picture="short"
      title={i18n.t('short.title', needed, [number(needed), number(left)])}
      ways={[
        ...(more ? [more] : []),
        { label: i18n.t('ask.back'), follow: insufficientCredits.goBack },
      ]}
    >
      <p>
        {joinSentences([
          i18n.t(EACH[action], [number(each)]),
          ...(insufficientCredits.isUpscaleFree.value ? [i18n.t('short.upscale')] : []),
          i18n.t('short.nothingSent'),
        ])}
      </p>
      {fewer?.action === 'reshoot' && <p>{i18n.t('short.within', [movesOf(fewer)])}</p>}
    </CardBody>
  );
}

const movesOf = ({ moves }: Draft): string =>
  moves.map((move) => i18n.t(`move.${move}`)).join(i18n.t('list.comma'));
