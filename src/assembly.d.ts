/** WebAssembly compiled by `scripts/assembly.mjs`. */
declare module '*?assembly' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
