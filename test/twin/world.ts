import { clip, ids, image, type Media } from './media';
import type { Tier } from './models';

export interface Account {
  email: string;
  name: string;
  tier: Tier;
  balance: number;
}

export interface Project {
  id: string;
  title: string;
  owner: string;
}

export const ADA: Readonly<Account> = {
  email: 'ada@example.com',
  name: 'Ada Ultra',
  tier: 'PAYGATE_TIER_TWO',
  balance: 1540,
};
export const BEN: Readonly<Account> = {
  email: 'ben@example.com',
  name: 'Ben Pro',
  tier: 'PAYGATE_TIER_ONE',
  balance: 680,
};

export const PROJECTS = {
  elm: {
    id: '8bc96d83-da55-43eb-a9c3-4519e0462796',
    title: 'Elm Street, dusk',
    owner: ADA.email,
  },
  harbour: {
    id: '61246029-7073-4453-9aab-a3db9584923a',
    title: 'Harbour, morning',
    owner: ADA.email,
  },
  empty: {
    id: '3f33f2de-6b46-41c6-87f7-621546f3a33e',
    title: 'Untitled, 20 November',
    owner: ADA.email,
  },
  attic: {
    id: '824328ee-d99c-4a17-9f5d-3320b7f1eae0',
    title: 'Attic, first snow',
    owner: BEN.email,
  },
} satisfies Record<string, Project>;

const { elm, harbour, attic } = PROJECTS;

export const CLIPS = {
  street: clip(
    ids(elm.id, '540d3a04-8b2e-4477-bfed-563939091d47', 'dd186c0a-1ef0-47ca-a602-90ed0f4b1eb8'),
    'street',
    {
      title: 'Elm Street',
      seed: 48213,
      prompt: 'A street of elm trees at dusk, the lamps come on one by one and a red car passes',
    },
  ),
  witch: clip(
    ids(elm.id, 'eeab6e53-5233-42d9-8bf8-f8f1db5519aa', '80f69f53-06cd-462d-a2d4-d0449232e9a9'),
    'witch',
    {
      title: 'Broom across the moon',
      seed: 7710,
      prompt: 'Night over the roofs: somebody on a broom crosses a very large moon',
    },
  ),
  cat: clip(
    ids(elm.id, '42ad85a1-7442-407c-a870-56a9454e372d', 'ba3705f9-110b-4e46-87e7-e50375e220bc'),
    'cat',
    { title: '屋脊上的猫', seed: 90117, prompt: '黑猫沿着屋脊慢慢走，烟囱冒着烟，月亮很低' },
  ),
  train: clip(
    ids(elm.id, '7413ed2f-ecf2-45d2-be82-85b1d94ff113', '009f8d54-fe28-4be6-8199-8918ecce2a7f'),
    'train',
    {
      title: 'The evening train',
      seed: 33050,
      prompt: 'A short train crosses an iron bridge into the last light',
    },
  ),
  door: clip(
    ids(elm.id, '945866da-6f7f-4fc9-920b-98c7707fc64b', 'ee951b3e-7044-48cd-a1b2-100e14918c4d'),
    'door',
    {
      title: 'The door opens',
      seed: 615,
      frames: 360,
      prompt: 'The red door opens by itself, and after a while somebody comes up the garden path',
    },
  ),
  balloon: clip(
    ids(elm.id, 'eabb1f03-f3af-45b9-8d74-b4e1edbeb1eb', '32c734af-4d87-41d4-adb8-7cea7dc9af93'),
    'balloon',
    {
      title: 'منطاد فوق التلال',
      seed: 27164,
      aspect: 'PORTRAIT',
      prompt: 'منطاد مخطط يرتفع ببطء فوق التلال قبل الغروب',
    },
  ),
  streetUpscaled: clip(
    ids(
      elm.id,
      'b14c0c62-31f1-4272-9ee2-10082b5c5787',
      'dd186c0a-1ef0-47ca-a602-90ed0f4b1eb8_upsampled',
    ),
    'upscaled-landscape',
    {
      title: 'Elm Street',
      seed: 922418,
      width: 1920,
      height: 1080,
      model: 'veo_2_1080p_upsampler_8s',
    },
  ),
  boat: clip(
    ids(harbour.id, 'ed533866-6948-4d3d-9694-b4c52e7390ba', '2f044037-6b70-4785-828b-f567d797e5cc'),
    'boat',
    {
      title: 'Leaving harbour',
      seed: 5120,
      prompt: 'A small sailing boat leaves the harbour in the morning',
    },
  ),
  lighthouse: clip(
    ids(harbour.id, '89297618-a1a8-4573-887f-d603ef9d8a13', 'c18b37f4-f0f5-43ee-be8c-c1d1ecad447b'),
    'lighthouse',
    {
      title: 'The light turns',
      seed: 71903,
      prompt: 'The same harbour at night, the beam of the lighthouse sweeps the water',
    },
  ),
  attic: clip(
    ids(attic.id, '21523d83-fff3-488f-8ca4-0f250e768b66', '162530dd-1c84-452d-8b21-7306dcf67d89'),
    'attic',
    {
      title: 'Snow in the round window',
      seed: 18822,
      model: 'veo_3_1_t2v_fast',
      prompt: 'An attic, snow falls behind a round window, a lamp swings',
    },
  ),
  kite: clip(
    ids(attic.id, 'ede54d79-0275-428a-a806-f90b36ed2bac', 'af0c89e1-c165-487d-9e72-2b7eb720cfde'),
    'balloon',
    {
      title: 'Over the hills',
      seed: 40961,
      aspect: 'PORTRAIT',
      model: 'veo_3_1_t2v_fast',
      prompt: 'A striped balloon climbs over blue hills',
    },
  ),
} satisfies Record<string, Readonly<Media>>;

export const IMAGES = {
  coat: image(
    ids(elm.id, '9836f559-ab26-430c-b0cb-557aff1613e2', '6c7f43d2-2360-4d6d-a29c-1141c22c38f3'),
    'coat',
    { title: 'The yellow coat', seed: 811, prompt: 'A yellow raincoat on a plain ground' },
  ),
  lantern: image(
    ids(elm.id, 'cb4d701f-414e-4b4f-9b80-e403e5d300a3', '9d713842-750f-49cc-a6db-842a184e1a34'),
    'lantern',
    { title: 'Lantern', seed: 812, prompt: 'A brass lantern, lit' },
  ),
  umbrella: image(
    ids(elm.id, 'c2b134da-978f-429d-988e-25d15d915a94', '2f870c43-bb12-48d0-a38a-76ef34789584'),
    'umbrella',
    { title: 'Red umbrella', seed: 813, prompt: 'A red umbrella with a wooden handle' },
  ),
  sketch: image(
    ids(elm.id, '29a32a6b-1661-4017-9ef4-575361ab6efa', 'bcc1c19e-3b8b-425e-954e-d729984329df'),
    'sketch',
    { title: 'sketch.jpg' },
    true,
  ),
  signal: image(
    ids(harbour.id, '4a4f04f4-7e45-48a9-852c-85f47fbca590', '5234dd5f-c883-4c85-9c21-f7029354cb19'),
    'lantern',
    { title: 'Signal lamp', seed: 821, prompt: 'A signal lamp' },
  ),
  lamp: image(
    ids(attic.id, '38699996-77d5-471a-9622-75f1bbfe4665', 'f6280c02-dbdc-40ee-aa64-0dbd2ecc15f1'),
    'lantern',
    { title: 'Attic lamp', seed: 831, prompt: 'An old attic lamp' },
  ),
  raincoat: image(
    ids(attic.id, 'af7b8837-0105-4013-aea6-cbd251ccae87', '7e29fe9a-cddb-4dea-bdfe-c360042da197'),
    'coat',
    { title: 'Raincoat', seed: 832, prompt: 'A raincoat from the trunk' },
  ),
  parasol: image(
    ids(attic.id, 'aff8001f-661b-4c2a-8bee-0dc7154b062e', '43c9f00a-c1b2-417e-b2ea-0d3e7b3eb332'),
    'umbrella',
    { title: 'Parasol', seed: 833, prompt: 'A red parasol' },
  ),
} satisfies Record<string, Readonly<Media>>;

export interface World {
  accounts: Account[];
  projects: Project[];
  media: Media[];
}

export function createWorld(): World {
  return {
    accounts: [{ ...ADA }, { ...BEN }],
    projects: Object.values(PROJECTS).map((project) => ({ ...project })),
    media: [...Object.values(CLIPS), ...Object.values(IMAGES)].map((media) => ({ ...media })),
  };
}
