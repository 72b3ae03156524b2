/** Why a database gave no answer. */
export type WarehouseReason =
  | 'bad-address'
  | 'unreachable'
  | 'refused'
  | 'no-table'
  | 'timed-out'
  | 'broken-off'
  | 'cancelled'
  | 'query-failed'
  | 'no-number'
  | 'no-dates'
  | 'counts-differ'
  | 'too-many-labels';

/** A database could not be asked, or its answer can't be trusted. The detail is what the engine said, without credentials. */
export class WarehouseError extends Error {
  readonly reason: WarehouseReason;
  readonly detail: string;
  constructor(reason: WarehouseReason, detail: string) {
    super(`${reason}: ${detail}`);
    this.name = 'WarehouseError';
    this.reason = reason;
    this.detail = detail;
  }
}

/** Chunks that are loaded later have a class of their own: the name tells. */
export function isWarehouseError(error: unknown): error is WarehouseError {
  return error instanceof Error && error.name === 'WarehouseError';
}

/** What an engine said, on one line, with nothing of the address in it that is secret. */
export function withoutSecrets(said: string, url: string): string {
  const secrets = secretsOf(url).sort((a, b) => b.length - a.length);
  const plain = secrets.reduce((text, secret) => text.replaceAll(secret, '…'), said);
  return plain.replace(/\s+/g, ' ').trim().slice(0, 300);
}

/** User and password as written and as meant, and every parameter of the address. */
function secretsOf(url: string): string[] {
  const parts = /^[\w+.-]+:\/\/([^/@]*)@/.exec(url)?.[1]?.split(':') ?? [];
  const parameters = [...(url.split('?')[1] ?? '').matchAll(/=([^&#]+)/g)].map((match) => match[1] ?? '');
  const all = [url, ...parts, ...parameters];
  return [...new Set(all.flatMap((part) => [part, decoded(part)]))].filter((part) => part.length > 2);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
