const TYPES = 'type.googleapis.com/google.rpc';

// A refusal in the form of Google's error body.
export class Refusal extends Error {
  constructor(
    readonly code: number,
    readonly status: string,
    message: string,
    readonly details: readonly object[] = [],
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }

  get body(): string {
    const { code, message, status, details } = this;
    const some = details.length > 0 ? { details } : {};
    return JSON.stringify({ error: { code, message, status, ...some } }, null, 2);
  }
}

export const reason = (word: string) => ({ '@type': `${TYPES}.ErrorInfo`, reason: word });

export function invalid(field: string, description: string): Refusal {
  return new Refusal(400, 'INVALID_ARGUMENT', `Request contains an invalid argument: ${field}`, [
    { '@type': `${TYPES}.BadRequest`, fieldViolations: [{ field, description }] },
  ]);
}

export function notFound(field: string): Refusal {
  return new Refusal(404, 'NOT_FOUND', 'Requested entity was not found.', [
    { '@type': `${TYPES}.BadRequest`, fieldViolations: [{ field, description: 'Not found.' }] },
  ]);
}

export function denied(message: string, word?: string): Refusal {
  return new Refusal(403, 'PERMISSION_DENIED', message, word ? [reason(word)] : []);
}

export const unauthenticated = () =>
  new Refusal(
    401,
    'UNAUTHENTICATED',
    'Request had invalid authentication credentials. Expected OAuth 2 access token.',
  );
