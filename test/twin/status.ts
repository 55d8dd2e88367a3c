import { randomBytes, randomUUID } from 'node:crypto';
import { type Answer, json } from './exchange';
import { instead, type Mishap, spoil } from './mishaps';
import type { Operation } from './operations';
import { invalid, notFound } from './refusal';
import { fields, list, text, uuid } from './shape';
import type { Signer } from './signed';
import type { State } from './state';
import type { Account } from './world';

const KEYS = ['operation', 'sceneId', 'status'];
const WORD = /^MEDIA_GENERATION_STATUS_[A-Z_]+$/;

function find(value: unknown, path: string, account: Account, state: State): Operation {
  const item = fields(value, path, KEYS);
  const { name } = fields(item.operation, `${path}.operation`, ['name']);
  const found = state.operations.get(text(name, `${path}.operation.name`));
  const sceneId = uuid(item.sceneId, `${path}.sceneId`);
  text(item.status, `${path}.status`, WORD);
  if (found?.account !== account.email) throw notFound(`${path}.operation.name`);
  if (found.sceneId !== sceneId) throw invalid(`${path}.sceneId`, "Not the operation's.");
  return found;
}

function finished({ name, sceneId, status, result }: Operation, signer: Signer) {
  const { mediaId, seed, model, aspect, prompt } = result;
  return {
    operation: {
      name,
      metadata: {
        '@type': 'type.googleapis.com/google.internal.labs.aisandbox.v1.Media',
        name: mediaId,
        video: {
          seed,
          mediaGenerationId: mediaId,
          ...(prompt === undefined ? {} : { prompt }),
          fifeUrl: signer.address(result, 'video'),
          mediaVisibility: 'PRIVATE',
          servingBaseUri: signer.address(result, 'image'),
          model,
          isLooped: false,
          aspectRatio: `VIDEO_ASPECT_RATIO_${aspect}`,
        },
      },
    },
    sceneId,
    mediaGenerationId: mediaId,
    status,
  };
}

function echo(operation: Operation, signer: Signer) {
  const { name, sceneId, status, failure } = operation;
  if (status === 'MEDIA_GENERATION_STATUS_SUCCESSFUL') return finished(operation, signer);
  const { code, message } = failure ?? {};
  const error = /_(FAILED|CANCELED)$/.test(status) ? { error: { code, message } } : {};
  return { operation: { name, ...error }, sceneId, status };
}

type Echo = ReturnType<typeof echo>;

function stranger(): Echo {
  const name = randomBytes(16).toString('hex');
  const status = 'MEDIA_GENERATION_STATUS_FAILED';
  const error = { code: 13, message: 'Of another operation' };
  return { operation: { name, error }, sceneId: randomUUID(), status };
}

// Replies that name other operations than were asked about, or other words for them.
function muddle(echoes: Echo[], mishap: Mishap | undefined): object[] {
  if (mishap && 'word' in mishap) {
    return echoes.map(({ operation: { name }, sceneId }) => ({
      ...{ operation: { name }, sceneId, status: mishap.word },
    }));
  }
  if (!mishap || !('operations' in mishap)) return echoes;
  if (mishap.operations === 'missing') return [];
  return mishap.operations === 'extra' ? [stranger(), ...echoes] : [...echoes, ...echoes];
}

export function checkStatus(body: unknown, account: Account, state: State): Answer {
  const { operations } = fields(body, '', ['operations']);
  const asked = list(operations, 'operations', 1, 100).map((value, i) =>
    find(value, `operations[${i}]`, account, state),
  );
  const mishap = state.mishaps.take('status', body);
  const stopped = instead(mishap, () => state.tokens.revoke(account.email));
  if (stopped) return { ...stopped, kind: 'status' };
  const running = asked.every(({ status }) => /_(PENDING|ACTIVE)$/.test(status));
  const answer = json({
    operations: muddle(
      asked.map((operation) => echo(operation, state.signer)),
      mishap,
    ),
    ...(running ? {} : { remainingCredits: account.balance }),
  });
  return { ...spoil(answer, mishap), kind: 'status' };
}
