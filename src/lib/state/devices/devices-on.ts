/** A preference of the browser that says whether devices are set up, so that a page without any loads nothing of them. */
export const devicesOn = 'tokentab:devices';
