// Every page is a prerendered shell: its data is in the user's browser, so a server has nothing to render.
export const prerender = true;
export const ssr = false;
