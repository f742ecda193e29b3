import { resolve } from '$app/paths';

const parameter = 'device-key';

/**
 * A link that opens this site on another device with the key filled in. The key is in the fragment, which browsers
 * don't send to the server.
 */
export const pairingLink = (identity: string): string =>
  `${location.origin}${resolve('/settings')}#${parameter}=${identity}`;

/** The key in the fragment of a pairing link; undefined for any other. */
export const keyIn = (fragment: string): string | undefined =>
  new URLSearchParams(fragment.replace(/^#/, '')).get(parameter) ?? undefined;
