import { TokentabError } from '../model/errors';

export function closed(): TokentabError {
  return new TokentabError('Cancelled', 'The connection to the database was closed.');
}

export function outdated(): TokentabError {
  return new TokentabError(
    'NewerData',
    'A newer Tokentab is open in another tab. Reload this page to continue.',
  );
}

export function workerStopped(detail: string): TokentabError {
  return new TokentabError(
    'Unexpected',
    'Tokentab’s database worker stopped. What was stored is safe. Please reload the page.',
    detail,
  );
}

/** A memory database is lost when its worker dies. */
export function memoryLost(): TokentabError {
  return new TokentabError(
    'StorageGone',
    'The browser ended the worker that held your unsaved data, so that data is lost. Please reload the page.',
  );
}
