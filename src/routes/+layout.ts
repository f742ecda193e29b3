// Every page is a prerendered shell: its numbers are in this browser, so there is nothing to render on a server.
export const prerender = true;
export const ssr = false;
