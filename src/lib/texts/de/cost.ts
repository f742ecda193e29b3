import type { Texts } from '../texts';
import { counted } from '../counted';

export const cost: Texts['cost'] = {
  cost: 'Kosten',
  show: 'Anzeigen',
  measures: { tokens: 'Token', money: 'Kosten' },
  switchTo: { tokens: 'Token anzeigen', money: 'Kosten anzeigen' },
  withoutPrice: (_count, compact) => `${compact} Token ohne Preis`,
  andUnpriced: (cost, unpriced) => `${cost} + ${unpriced}`,
  unpriced: 'Token ohne Preis',
  unpricedShort: 'Ohne Preis',
  someUnpriced: 'Einige Token haben keinen Preis',
  unpricedNote: (unpriced) => `Nicht in diesen Kosten enthalten: ${unpriced}.`,
  inexact: (count) =>
    `≈ steht vor Summen mit ${counted(count, 'Eintrag', 'Einträgen')}, deren Zahlen gerundet sind, für ganze Sitzungen stehen oder nicht aufgeteilt sind.`,

  costIn: (month) => `Kosten, ${month}`,
  costThisMonth: 'Kosten diesen Monat',
  thisMonth: (cost) => `${cost} in diesem Monat`,
  shortUnpriced: (tokens) => `+ ${tokens} ohne Preis`,
  chartByDay: (group, range) => `Kosten nach Tag und ${group}, ${range}`,
  chartByMonth: (group, range) => `Kosten nach Monat und ${group}, ${range}`,
  timeLabel: (time, total, parts) => `${time}: ${total}. ${parts}`,
  timeUnpriced: (time, unpriced) => `${time}: ${unpriced}`,
  yearTitle: (year) => `Jeder Tag ${year}, in Geld`,
  hoursTitle: (range) => `Kosten nach Wochentag und Stunde, ${range}`,
  hoursUnknown: (cost) => `Ohne Stunde, aus Tagesexporten: ${cost}.`,

  perEvent: (cost) => `im Schnitt je ${cost}`,
  mostExpensive: 'Teuerstes Projekt',
  shareOfCost: (percent) => `${percent} der Kosten`,
  savedByCache: 'Durch den Cache gespart',
  withoutCache: (cost) => `ohne ihn wären es ≈ ${cost}`,
  cachePrices: 'zu den Listenpreisen kurzer Anfragen',
  cacheUnpriced: (tokens) => `ohne ${tokens} Token aus dem Cache, die keinen Preis haben`,
  splitLabel: 'Token und Kosten nach Art',
  undivided: 'Nicht aufgeteilt',
  undividedText:
    'Nicht aufgeteilt: Kosten, die ein Werkzeug selbst aufgezeichnet hat, und Tage mit langen Anfragen oder anderen Preisen.',
  tokensInAll: (tokens) => `${tokens} Token insgesamt`,

  qualities: {
    call: 'ein Aufruf',
    'session-total': 'die Summe einer Sitzung',
    rounded: 'gerundete Zahlen',
    'total-only': 'eine Summe ohne Aufteilung',
    'cost-only': 'nur Kosten',
  },
  answer: (name, month, cost) => `${name}, ${month}: ${cost}`,
  noUsage: 'kein Verbrauch',

  how: {
    recorded: 'vom Werkzeug aufgezeichnet',
    computed: 'berechnet',
    free: 'kostenlos: lief auf deinem Rechner',
    unpriced: 'kein Preis bekannt',
  },
};
