/** The browser preference that says whether devices are set up, so that pages load their code only if needed. */
export const devicesOn = 'tokentab:devices';
