import { clip, ids, type Media } from '../media';
import { CLIPS, IMAGES, PROJECTS } from '../world';

const { elm, harbour, attic } = PROJECTS;
const { witch, train } = CLIPS;
const { coat, lantern } = IMAGES;

// Later than everything that both sites have.
const at = (hour: number) => Date.UTC(2026, 9, 2, hour, 20);

// What was made on this site only: labs.google does not list it.
export const OWN_CLIPS = {
  witchEdited: clip(
    ids(elm.id, witch.workflowId, '5b0f1c52-94a8-4f0e-8d27-3a6c1b7e9f10'),
    'reshoot-landscape',
    {
      title: witch.title,
      prompt: 'The moon turns green',
      model: 'abra_edit',
      seed: 2307,
      recipe: { family: 'derived', source: witch.mediaKey },
      createdAt: at(9),
    },
  ),
  trainExtended: clip(
    ids(elm.id, 'c9a4d7e0-2f63-4b18-a5d9-7e80b3c6f241', '0e6d2b94-71c5-4d3a-9f68-b52a4c8d1e37'),
    'extend-landscape',
    {
      title: 'The evening train goes on',
      prompt: 'The train leaves the bridge behind and its lamp fades among the trees',
      model: 'veo_3_1_extension_lite',
      seed: 4410,
      recipe: { family: 'extend', source: train.mediaKey },
      createdAt: at(10),
    },
  ),
  walk: clip(
    ids(elm.id, '7d15e8f3-06b2-4c97-8a4e-92f1d3b05c68', 'f3b86a17-5c2d-4e90-b1f4-60d97e2a8c45'),
    'references-landscape',
    {
      title: 'A walk with the lantern',
      prompt: 'Somebody in the coat walks through the wood with the lantern',
      model: 'veo_3_1_r2v_lite',
      seed: 5522,
      recipe: {
        family: 'ingredients',
        inputs: [coat, lantern].map(({ mediaKey }) => ({ role: 'reference' as const, mediaKey })),
      },
      createdAt: at(11),
    },
  ),
} satisfies Record<string, Readonly<Media>>;

// One in each project that has clips.
export const SCENES: readonly { id: string; projectId: string }[] = [
  { id: '1f7c39ad-8e52-4a06-b3d1-c4928e6f5b70', projectId: elm.id },
  { id: '2ab8e641-d07f-4f35-9c6a-15e3d9b7c082', projectId: harbour.id },
  { id: '3d50f9c7-4b16-48ea-a279-e8b06c1d4f93', projectId: attic.id },
];

// Older takes without end, for a project as large as some people's: their records carry the rest.
export function manyClips(count: number): Media[] {
  return Array.from({ length: count }, (_, index) => {
    const tail = index.toString(16).padStart(12, '0');
    const workflowId = `6e0c4f1b-92a7-4d38-85c0-${tail}`;
    return clip(ids(elm.id, workflowId, `a81d3e5f-07b4-4c96-9e2d-${tail}`), 'train', {
      title: `Older take ${index + 1}`,
      prompt: `A short train crosses an iron bridge, take ${index + 1}`,
      seed: index,
      createdAt: Date.UTC(2025, 9, 1) + index * 60_000,
    });
  });
}
