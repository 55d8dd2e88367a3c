import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { warn } from '@/lib/base/log';
import type { JobIn } from '@/lib/job/job';
import { sendCommand } from '@/lib/message/send';
import { jobName } from '../words/job-words';
import { refusalWords } from '../words/refusal-words';
import { storedAddress } from './stored-file';

type Found =
  | { readonly kind: 'reading' }
  | { readonly kind: 'playing'; readonly address: string }
  | { readonly kind: 'none'; readonly sentence: string };

/** The finished clip, played in place. */
export function Preview({ job }: { job: JobIn<'done'> }) {
  const found = useSignal<Found>({ kind: 'reading' });
  useEffect(() => {
    find(job).then((next) => {
      found.value = next;
    });
    return () => {
      if (found.value.kind === 'playing' && found.value.address.startsWith('blob:'))
        URL.revokeObjectURL(found.value.address);
    };
  }, [job.id]);
  const state = found.value;
  const fail = () => {
    found.value = { kind: 'none', sentence: i18n.t('refusal.gone') };
  };
  return (
    <div class="job-preview">
      {state.kind === 'reading' && <p class="hint">{i18n.t('job.loading')}</p>}
      {state.kind === 'none' && (
        <p class="problem" role="alert">
          {state.sentence}
        </p>
      )}
      {state.kind === 'playing' && (
        // biome-ignore lint/a11y/useMediaCaption: a generated clip comes without captions
        <video
          src={state.address}
          controls
          autoplay
          loop
          playsInline
          aria-label={jobName(job)}
          onError={fail}
        />
      )}
    </div>
  );
}

async function find(job: JobIn<'done'>): Promise<Found> {
  try {
    const stored = job.result.hasFile ? await storedAddress(job) : undefined;
    if (stored !== undefined) return { kind: 'playing', address: stored };
    const answer = await sendCommand('address', { jobId: job.id });
    return answer.ok
      ? { kind: 'playing', address: answer.address }
      : { kind: 'none', sentence: refusalWords(answer.refusal) };
  } catch (error) {
    warn('preview', error);
    return { kind: 'none', sentence: i18n.t('refusal.unanswered') };
  }
}
