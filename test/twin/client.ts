import { randomUUID } from 'node:crypto';
import { request } from 'node:https';
import type { Twin } from './twin';
import { CLIPS, IMAGES, PROJECTS } from './world';

export interface Sent {
  host?: string;
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
}

export const parsed = <Value>(reply: Reply) => JSON.parse(reply.bytes.toString()) as Value;

export function send(twin: Twin, { host = 'labs.google', path, method, headers, body }: Sent) {
  return new Promise<Reply>((resolve, reject) => {
    const outgoing = request(
      {
        ...{ host: '127.0.0.1', port: twin.port, path, method: method ?? (body ? 'POST' : 'GET') },
        rejectUnauthorized: false,
        headers: { host, ...headers },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () => {
          const { statusCode = 0, headers: got } = incoming;
          resolve({ status: statusCode, headers: got, bytes: Buffer.concat(chunks) });
        });
        incoming.on('error', reject);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

export function fetchSigned(twin: Twin, address: string, headers = {}, method = 'GET') {
  const { host, pathname, search } = new URL(address);
  return send(twin, { host, path: pathname + search, headers, method });
}

export async function signIn(twin: Twin, email: string): Promise<string> {
  const page = await send(twin, { path: `/fx/tools/flow?as=${email}` });
  return String(page.headers['set-cookie']).split(';')[0] ?? '';
}

export async function token(twin: Twin, email = 'ada@example.com'): Promise<string> {
  const cookie = await signIn(twin, email);
  const reply = await send(twin, { path: '/fx/api/auth/session', headers: { cookie } });
  return parsed<{ access_token: string }>(reply).access_token;
}

export const PATHS = {
  extend: '/v1/video:batchAsyncGenerateVideoExtendVideo',
  reshoot: '/v1/video:batchAsyncGenerateVideoReshootVideo',
  upscale: '/v1/video:batchAsyncGenerateVideoUpsampleVideo',
  references: '/v1/video:batchAsyncGenerateVideoReferenceImages',
  status: '/v1/video:batchCheckAsyncVideoGenerationStatus',
};

export function apiCall(bearer: string, path: string, body?: unknown): Sent {
  return {
    host: 'aisandbox-pa.googleapis.com',
    path,
    headers: {
      accept: '*/*',
      authorization: `Bearer ${bearer}`,
      origin: 'https://labs.google',
      referer: 'https://labs.google/',
      ...(body === undefined ? {} : { 'content-type': 'text/plain;charset=UTF-8' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}

const sessionId = ';1795183200000';
const clientContext = {
  sessionId,
  projectId: PROJECTS.elm.id,
  tool: 'PINHOLE',
  userPaygateTier: 'PAYGATE_TIER_TWO',
};
const common = () => ({
  aspectRatio: 'VIDEO_ASPECT_RATIO_LANDSCAPE',
  seed: 31_415,
  metadata: { sceneId: randomUUID() },
});

// Bodies that the twin accepts from Ada, fresh on every call.
export const BODIES = {
  extend: () => ({
    clientContext: { ...clientContext },
    requests: [
      {
        ...common(),
        textInput: { prompt: 'The car turns the corner' },
        videoInput: { mediaId: CLIPS.street.mediaId, startFrameIndex: 168, endFrameIndex: 191 },
        videoModelKey: 'veo_3_1_extend_fast_landscape_ultra',
      },
    ],
  }),
  reshoot: (move = 'FORWARD') => ({
    clientContext: { ...clientContext },
    requests: [
      {
        ...common(),
        videoInput: { mediaId: CLIPS.witch.mediaId },
        reshootMotionType: `RESHOOT_MOTION_TYPE_${move}`,
        videoModelKey: 'veo_3_0_reshoot_landscape',
      },
    ],
  }),
  upscale: () => ({
    clientContext: { sessionId },
    requests: [
      {
        ...common(),
        videoInput: { mediaId: CLIPS.cat.mediaId },
        videoModelKey: 'veo_2_1080p_upsampler_8s',
      },
    ],
  }),
  references: () => ({
    clientContext: { ...clientContext },
    requests: [
      {
        ...common(),
        textInput: { prompt: 'Somebody in the coat carries the lantern through the rain' },
        referenceImages: [IMAGES.coat, IMAGES.lantern, IMAGES.sketch].map(({ mediaId }) => ({
          imageUsageType: 'IMAGE_USAGE_TYPE_ASSET',
          mediaId,
        })),
        videoModelKey: 'veo_3_0_r2v_fast_ultra',
      },
    ],
  }),
};

interface Echo {
  operation: { name: string };
  sceneId: string;
  status: string;
}

export interface Submitted {
  operations: Echo[];
  remainingCredits: number;
}

export const statusBody = ({ operations }: Submitted) => ({
  operations: operations.map(({ operation: { name }, sceneId, status }) => ({
    ...{ operation: { name }, sceneId, status },
  })),
});
