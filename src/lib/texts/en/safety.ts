/** What was done to keep the data safe, and what a person can do for it. */
export const safety = {
  markRestored:
    'The browser’s file of your database was damaged at its beginning. Tokentab repaired it and kept a copy. Check integrity in the settings.',
  setAside: (size: string) =>
    `A damaged file of ${size} was found in Tokentab’s storage. It was set aside, not deleted.`,
};
