/** Sentences that the workers make are English: there is nothing to say otherwise. */
export const sentence: (english: string) => string | undefined = () => undefined;
