import './RangeEnd.css';
import { useComputed } from '@preact/signals';
import { i18n } from '#i18n';
import { parseWhole } from '@/components/store/typed';
import { useViewStore } from '@/components/store/view-store';
import { FRAMES_PER_SECOND, type Media } from '@/lib/flow/media';
import type { Range } from '@/lib/video/range';
import { parseTimecode, timecode } from '@/lib/video/timecode';
import { TypedInput } from '../fields/TypedInput';
import { FrameView } from './FrameView';

interface Props {
  readonly end: keyof Range;
  readonly media: Media;
}

const plain = (frame: number): string => String(frame);

/** A timecode exists for whole frames from 0 on; for others the number is said as it is. */
const writeTimecode = (frame: number): string =>
  Number.isInteger(frame) && frame >= 0 ? timecode(frame, FRAMES_PER_SECOND) : plain(frame);

/** One end of the range: its picture, its frame number, its timecode. */
export const RangeEnd = ({ end, media }: Props) => (
  <div class="end">
    <FrameView media={media} end={end} />
    <EndFields end={end} />
  </div>
);

function EndFields({ end }: { end: keyof Range }) {
  const { range } = useViewStore();
  const frame = useComputed(() => range.current.value[end]).value;
  const inTimecode = `${end}Timecode` as const;
  return (
    <div class="end-fields">
      <div class="end-field">
        <span aria-hidden="true">{i18n.t('range.frame')}</span>
        <TypedInput
          name={end}
          field="range"
          label={i18n.t(`range.${end}Number`)}
          value={frame}
          write={plain}
          parse={parseWhole}
          onNumber={(number) => range.typeEnd(end, number, end)}
        />
      </div>
      <TypedInput
        name={inTimecode}
        field="range"
        label={i18n.t(`range.${end}Timecode`)}
        value={frame}
        write={writeTimecode}
        parse={(text) => parseTimecode(text, FRAMES_PER_SECOND)}
        onNumber={(number) => range.typeEnd(end, number, inTimecode)}
      />
    </div>
  );
}
