import type { Texts } from '../texts';

export const copies: Texts['copies'] = {
  title: 'Möglicherweise doppelt gezählt',
  text: 'Zwei Quellen haben an denselben Tagen Verbrauch derselben Modelle. Ist eine davon ein Gateway, ein Trace oder ein Export, der die Aufrufe der anderen aufgezeichnet hat, zählen diese Aufrufe doppelt. Die Dateien verraten es nicht, deshalb entscheidest du. Was du weglässt, bleibt gespeichert und kann wieder gezählt werden.',
  side: (tokens, projects) => `${tokens} in ${projects}`,
  more: (count) => `${count} weiteren`,
  leaveOut: (source) => `${source} weglassen`,
  countBoth: 'Beide zählen',
  leftOutToast: (source, tokens) => `${tokens} von ${source} weggelassen.`,
  bothToast: (one, other) => `${one} und ${other} zählen beide.`,
  decisions: 'Entscheidungen zu Kopien',
  leftOut: (source, tokens, beside) =>
    `${source}: ${tokens} weggelassen, weil ${beside} dieselben Modelle hat`,
  both: (source, beside) => `${source}: zählt zusammen mit ${beside}`,
  countAgain: 'Wieder zählen',
  askAgain: 'Wieder fragen',
  countAgainLabel: (source, when) => `${source} vom ${when} wieder zählen`,
  askAgainLabel: (source, when) => `Wieder nach ${source} vom ${when} fragen`,
  takenBackToast: (source) => `Entscheidung über ${source} zurückgenommen.`,
  failed: 'Die Entscheidung konnte nicht gespeichert werden. Nichts wurde geändert.',
};
