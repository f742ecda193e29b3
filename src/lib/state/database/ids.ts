import { v7 } from 'uuid';

/** Ids are UUIDv7 and made by the page, so that a call that is sent twice refers to the same row. */
export const newId = (): string => v7();
