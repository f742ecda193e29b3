import { TokentabError } from '../model/errors';

export function closed(): TokentabError {
  return new TokentabError('Cancelled', 'connection-closed');
}

export function outdated(): TokentabError {
  return new TokentabError('NewerData', 'newer-tab-open');
}

export function workerStopped(detail: string): TokentabError {
  return new TokentabError('Unexpected', 'database-worker-stopped', detail);
}

/** A memory database is lost when its worker dies. */
export function memoryLost(): TokentabError {
  return new TokentabError('StorageGone', 'memory-worker-stopped');
}
