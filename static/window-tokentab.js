/**
 * `window.tokentab` is there from the first moment, so that scripts and extensions need not guess when the app has
 * loaded: this stands in for it, and passes every call on as soon as the real one is installed
 * (src/lib/client/install-public-api.ts).
 */
(() => {
  const installed = new Promise((resolve) => {
    addEventListener('tokentab:installed', () => resolve(window.tokentab), { once: true });
  });
  const standIn = new Proxy(
    {},
    {
      get(_target, name) {
        // Not a promise itself, whatever asks.
        if (typeof name === 'symbol' || name === 'then') return undefined;
        if (name === 'ready') return installed.then((tokentab) => tokentab.ready);
        return (...args) => installed.then((tokentab) => tokentab[name](...args));
      },
    },
  );
  window.tokentab = standIn;
})();
