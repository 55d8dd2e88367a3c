import './UpscaleForm.css';
import { useViewStore } from '@/components/store/view-store';
import { type Draft, upscaleIds } from '@/lib/drafts/draft';
import { Seed } from '../fields/Seed';
import { ChooseClips } from './ChooseClips';
import { ClipList } from './ClipList';
import { CopyNotes } from './CopyNotes';
import { OneClip } from './OneClip';

/** Upscale: as many clips as are wanted, what goes in and what comes out; only the seed to set. */
export function UpscaleForm({ draft }: { draft: Draft }) {
  const { library } = useViewStore();
  const ids = upscaleIds(draft);
  const [only, ...more] = ids.map((id) => library.known.value.get(id));
  return (
    <>
      <ChooseClips ids={ids} />
      {more.length > 0 ? <ClipList ids={ids} /> : only && <OneClip media={only} />}
      <CopyNotes ids={ids} />
      <Seed />
    </>
  );
}
