import { fromErrorData, toErrorData } from '../model/errors';
import { sentenceFor, type Sentences } from '../model/problem';

/** The same functions and promises, whose errors have an English sentence as their `message`. */
export function inEnglish<Api extends object>(sentences: () => Promise<Sentences>, api: Api): Api {
  async function rethrow(thrown: unknown): Promise<never> {
    const error = fromErrorData(toErrorData(thrown));
    error.message = sentenceFor(error.problem, await sentences());
    throw error;
  }

  function wrap(member: unknown): unknown {
    if (member instanceof Promise) {
      const promise = member.catch(rethrow);
      // A script need not await `ready`.
      promise.catch(() => undefined);
      return promise;
    }
    if (typeof member !== 'function') return member;
    return async (...args: unknown[]): Promise<unknown> => {
      try {
        return await (member as (...args: unknown[]) => unknown)(...args);
      } catch (error) {
        return rethrow(error);
      }
    };
  }

  return Object.fromEntries(Object.entries(api).map(([name, member]) => [name, wrap(member)])) as Api;
}
