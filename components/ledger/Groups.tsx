import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { useOptionsStore } from '@/components/store/options-store';
import type { Rows } from '@/components/store/spending';
import { UPSCALED } from '@/lib/flow/media';
import { type Spending, spendingOf } from '@/lib/ledger/spending';
import { number } from '@/lib/text/format';
import { Poster } from '../pictures/Poster';
import { possibleText, saidText } from './ledger-text';
import { type Group, groupsBy } from './spending-groups';
import { TableBox } from './TableBox';

/** So many rows stand there before the rest is asked for. */
const SHORT = 10;

/** Sums by day, by action or by clip, as a table with its total. */
export function Groups({ rows }: { rows: Rows }) {
  const { spending } = useOptionsStore();
  const by = spending.view.value;
  const whole = useSignal<string | undefined>(undefined);
  const groups = groupsBy(by, rows, spending.sources.value ?? new Map());
  const isWhole = whole.value === by || groups.length <= SHORT;
  return (
    <TableBox
      id="ledger-sums"
      caption={i18n.t(`ledger.caption.${by}`)}
      heads={[i18n.t(`ledger.view.${by}`), ...SUMS.map((name) => i18n.t(`ledger.head.${name}`))]}
      numbersFrom={1}
      more={
        isWhole
          ? undefined
          : {
              label: i18n.t('ledger.showAll', [number(groups.length)]),
              from: SHORT,
              onMore: () => {
                whole.value = by;
              },
            }
      }
      foot={
        <tr>
          <th scope="row">{i18n.t('ledger.total')}</th>
          <Sums spending={spendingOf(rows.entries)} />
        </tr>
      }
    >
      {(isWhole ? groups : groups.slice(0, SHORT)).map((group) => (
        <tr key={group.key}>
          <th scope="row" tabIndex={-1}>
            {by === 'clip' ? <Clip group={group} /> : group.name}
          </th>
          <Sums spending={group.spending} />
        </tr>
      ))}
    </TableBox>
  );
}

const SUMS = ['jobs', 'said', 'charged', 'possible'] as const;

function Sums({ spending }: { spending: Spending }) {
  const possible = possibleText(spending);
  return (
    <>
      <td class="num">{number(spending.jobs)}</td>
      <td class="num">{saidText(spending)}</td>
      <td class="num">
        <b>{number(spending.sure)}</b>
      </td>
      <td class={possible === undefined ? 'num quiet' : 'num ledger-possible'}>
        {possible ?? number(0)}
      </td>
    </>
  );
}

function Clip({ group: { name, sourceId } }: { group: Group }) {
  const { spending } = useOptionsStore();
  const media = spending.sources.value?.get(sourceId ?? '');
  const isUpscaled = media?.key.endsWith(UPSCALED);
  return (
    <span class="ledger-clip">
      <span class="ledger-pic">
        <Poster media={media} {...(sourceId !== undefined && { id: sourceId })} />
      </span>
      <span>
        <bdi class="ledger-title">{name}</bdi>
        {isUpscaled && <small>{i18n.t('clip.upscaled')}</small>}
        {sourceId === undefined && <small>{i18n.t('ledger.gone')}</small>}
      </span>
    </span>
  );
}
