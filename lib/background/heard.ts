import { warn } from '@/lib/base/log';
import type { ApiCredentials, FlowPort } from '@/lib/labs/client';

/** The same calls to Flow; tells each token that Flow took, whatever it then said to the call. */
export function heardOf(flow: FlowPort, took: (token: string) => Promise<void>): FlowPort {
  const hear = async <Outcome extends Awaited<ReturnType<FlowPort['submit' | 'status']>>>(
    { token }: ApiCredentials,
    outcome: Outcome,
  ): Promise<Outcome> => {
    const kind = outcome.type === 'failed' ? outcome.failure.kind : undefined;
    // The answer comes only once: what cannot be noted beside it must not lose it.
    if (kind !== 'signed-out' && kind !== 'network')
      await took(token).catch((error: unknown) => warn('heard', error));
    return outcome;
  };
  return {
    submit: async (request, credentials) =>
      hear(credentials, await flow.submit(request, credentials)),
    status: async (operations, credentials) =>
      hear(credentials, await flow.status(operations, credentials)),
  };
}
