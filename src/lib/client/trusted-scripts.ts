/** The part of Trusted Types that we use; TypeScript doesn't type it yet. */
interface WithTrustedTypes {
  trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(address: string): string | null }): unknown;
  };
}

/**
 * The content security policy demands Trusted Types: text becomes HTML or a script's address only through a policy.
 * Svelte has its own for its templates. This default one lets the addresses of our own workers and of the service
 * worker pass, and everything else of that kind fails: HTML, code, and scripts of other origins or made of data.
 */
export function trustOwnScripts(): void {
  (globalThis as WithTrustedTypes).trustedTypes?.createPolicy('default', {
    createScriptURL(address) {
      const { protocol, origin } = new URL(address, document.baseURI);
      // With null, the browser refuses the script.
      return /^https?:$/.test(protocol) && origin === location.origin ? address : null;
    },
  });
}
