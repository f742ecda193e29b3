/** The part of Trusted Types that we use; TypeScript doesn't type it yet. */
interface WithTrustedTypes {
  trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(address: string): string | null }): unknown;
  };
}

/**
 * The content security policy requires Trusted Types: text becomes HTML or a script's address only through a policy.
 * Svelte has one for its templates. This default policy allows the addresses of our own workers and of the service
 * worker. Everything else fails: HTML, code, and scripts from other origins or data URLs.
 */
export function trustOwnScripts(): void {
  (globalThis as WithTrustedTypes).trustedTypes?.createPolicy('default', {
    createScriptURL(address) {
      const { protocol, origin } = new URL(address, document.baseURI);
      // On null, the browser blocks the script.
      return /^https?:$/.test(protocol) && origin === location.origin ? address : null;
    },
  });
}
