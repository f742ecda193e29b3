/**
 * Provides `window.tokentab` from the start, so that scripts and extensions don't have to wait for the app to load.
 * This placeholder forwards every call once the real API is installed (src/lib/client/install-public-api.ts).
 */
(() => {
  const installed = new Promise((resolve) => {
    addEventListener('tokentab:installed', () => resolve(window.tokentab), { once: true });
  });
  const standIn = new Proxy(
    {},
    {
      get(_target, name) {
        // The placeholder must not look like a promise, or `await` would wait for it.
        if (typeof name === 'symbol' || name === 'then') return undefined;
        if (name === 'ready') return installed.then((tokentab) => tokentab.ready);
        return (...args) => installed.then((tokentab) => tokentab[name](...args));
      },
    },
  );
  window.tokentab = standIn;
})();
