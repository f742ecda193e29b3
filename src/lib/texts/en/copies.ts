export const copies = {
  title: 'Possibly counted twice',
  text: 'Two sources report usage of the same models on the same days. If one of them is a gateway, a trace or an export that recorded the other’s calls, those calls count twice. The files don’t say, so you decide. Whatever you leave out stays stored and can be counted again.',
  /** One side: '1,234 tokens in Website, App'. */
  side: (tokens: string, projects: string) => `${tokens} in ${projects}`,
  more: (count: string) => `${count} more`,
  leaveOut: (source: string) => `Leave out ${source}`,
  countBoth: 'Count both',
  leftOutToast: (source: string, tokens: string) => `Left out ${tokens} from ${source}.`,
  bothToast: (one: string, other: string) => `${one} and ${other} both count.`,
  decisions: 'Decisions about copies',
  leftOut: (source: string, tokens: string, beside: string) =>
    `${source}: ${tokens} left out, because ${beside} has the same models`,
  both: (source: string, beside: string) => `${source}: counts together with ${beside}`,
  countAgain: 'Count again',
  askAgain: 'Ask again',
  countAgainLabel: (source: string, when: string) => `Count ${source} of ${when} again`,
  askAgainLabel: (source: string, when: string) => `Ask again about ${source} of ${when}`,
  takenBackToast: (source: string) => `Reversed the decision about ${source}.`,
  failed: 'The decision could not be saved. Nothing was changed.',
};
