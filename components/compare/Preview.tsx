import './Preview.css';
import { i18n } from '#i18n';
import type { JobIn } from '@/lib/jobs/job';
import { jobName } from '@/lib/text/job-name';
import { Poster } from '../pictures/Poster';
import { resolveResult, useMediaSource } from './media-source';
import { NoFile } from './NoFile';

/** The finished clip, played in place; its poster stands there until it plays. */
export function Preview({ job }: { job: JobIn<'done'> }) {
  const { found, retry, fail } = useMediaSource(job.id, (refused) => resolveResult(job, refused));
  const state = found.value;
  return (
    <div class="job-preview">
      {state.kind === 'none' ? (
        <NoFile sentence={state.sentence} retry={retry} />
      ) : (
        <div class="preview">
          <Poster media={undefined} id={job.result.mediaId ?? job.sourceId} />
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
              aria-label={jobName(job)}
              onError={fail}
            />
          )}
        </div>
      )}
    </div>
  );
}
