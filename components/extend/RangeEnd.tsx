import { i18n } from '#i18n';
import { FRAMES_PER_SECOND, type Media } from '@/lib/flow/media';
import { type Range, rangeInside } from '@/lib/video/range';
import { parseTimecode, timecode } from '@/lib/video/timecode';
import { TypedInput } from '../parts/TypedInput';
import { change } from '../state/composer';
import { dropTyped, parseWhole } from '../state/typed';
import { FrameView } from './FrameView';

interface Props {
  readonly end: keyof Range;
  readonly range: Range;
  readonly media: Media;
}

const plain = (frame: number): string => String(frame);

/** A timecode exists for whole frames from 0 on; for others the number is said as it is. */
const writeTimecode = (frame: number): string =>
  Number.isInteger(frame) && frame >= 0 ? timecode(frame, FRAMES_PER_SECOND) : plain(frame);

/** One end of the range: its picture, its frame number, its timecode. */
export function RangeEnd({ end, range, media }: Props) {
  const move = (frame: number) => change({ range: { ...range, [end]: frame } });
  return (
    <div class="end">
      <FrameView
        media={media}
        frame={rangeInside(range, media.frames ?? 0)[end]}
        label={i18n.t(`range.${end}Tag`)}
      />
      <div class="end-fields">
        <div class="end-field">
          <span aria-hidden="true">{i18n.t('range.frame')}</span>
          <TypedInput
            name={end}
            field="range"
            label={i18n.t(`range.${end}Number`)}
            value={range[end]}
            write={plain}
            parse={parseWhole}
            onNumber={(frame) => {
              dropTyped(`${end}Timecode`);
              move(frame);
            }}
          />
        </div>
        <TypedInput
          name={`${end}Timecode`}
          field="range"
          label={i18n.t(`range.${end}Timecode`)}
          value={range[end]}
          write={writeTimecode}
          parse={(text) => parseTimecode(text, FRAMES_PER_SECOND)}
          onNumber={(frame) => {
            dropTyped(end);
            move(frame);
          }}
        />
      </div>
    </div>
  );
}
