import './Preview.css';
import { i18n } from '#i18n';
import type { JobIn } from '@/lib/jobs/job';
import { jobName } from '@/lib/text/job-name';
import { Poster } from '../pictures/Poster';
import { resolveMedia, resolveResult, type SourceLookup, useMediaSource } from './media-source';
import { NoFile } from './NoFile';

/** The finished clip, played in place; its poster stands there until it plays. */
export function Preview({ job, name = jobName(job), measured }: JobProps) {
  const lookup = useMediaSource(job.id, (refused) => resolveResult(job, refused));
  const posterId = job.result.mediaId ?? job.sourceId;
  return <Played lookup={lookup} posterId={posterId} name={name} measured={measured} />;
}

interface JobProps extends Pick<Props, 'measured'> {
  readonly job: JobIn<'done'>;
  /** Absent: the name of the job. */
  readonly name?: string;
}

/** The same of a clip of a project. */
export function ClipPreview({ mediaId, ...rest }: ClipProps) {
  const lookup = useMediaSource(mediaId, (refused) => resolveMedia(mediaId, refused));
  return <Played lookup={lookup} posterId={mediaId} {...rest} />;
}

interface ClipProps extends Pick<Props, 'name' | 'measured'> {
  readonly mediaId: string;
}

interface Props {
  readonly lookup: SourceLookup;
  /** Media id of the poster. */
  readonly posterId: string;
  readonly name: string;
  /** Called once length and size are known. */
  readonly measured?: ((video: HTMLVideoElement) => void) | undefined;
}

function Played({ lookup: { found, retry, fail }, posterId, name, measured }: Props) {
  const state = found.value;
  return (
    <div class="job-preview">
      {state.kind === 'none' ? (
        <NoFile sentence={state.sentence} retry={retry} />
      ) : (
        <div class="preview">
          <Poster media={undefined} id={posterId} />
          {state.kind === 'reading' && <p class="vh">{i18n.t('job.loading')}</p>}
          {state.kind === 'url' && (
            // biome-ignore lint/a11y/useMediaCaption: a generated clip comes without captions
            <video
              class="pic"
              src={state.url}
              controls
              autoplay
              loop
              playsInline
              aria-label={name}
              onError={fail}
              onLoadedMetadata={({ currentTarget }) => measured?.(currentTarget)}
            />
          )}
        </div>
      )}
    </div>
  );
}
