import type { Texts } from '../texts';
import { events } from './words';

export const cost: Texts['cost'] = {
  cost: 'Coste',
  show: 'Mostrar',
  measures: { tokens: 'Tokens', money: 'Coste' },
  switchTo: { tokens: 'Mostrar tokens', money: 'Mostrar costes' },
  // From 999.950 on the short number is in millions.
  withoutPrice: (count, compact) =>
    `${compact} ${count === 1 ? 'token' : count < 999_950 ? 'tokens' : 'de tokens'} sin precio`,
  andUnpriced: (cost, unpriced) => `${cost} + ${unpriced}`,
  unpriced: 'Tokens sin precio',
  unpricedShort: 'Sin precio',
  someUnpriced: 'Algunos tokens no tienen precio',
  unpricedNote: (unpriced) => `No incluido en estos costes: ${unpriced}.`,
  inexact: (count) =>
    `≈ marca sumas que contienen ${events(count)} con números redondeados, de una sesión entera o sin desglose.`,

  costIn: (month) => `Coste, ${month}`,
  costThisMonth: 'Coste de este mes',
  thisMonth: (cost) => `${cost} este mes`,
  shortUnpriced: (tokens) => `+ ${tokens} sin precio`,
  chartByDay: (group, range) => `Coste por día y ${group}, ${range}`,
  chartByMonth: (group, range) => `Coste por mes y ${group}, ${range}`,
  timeLabel: (time, total, parts) => `${time}: ${total}. ${parts}`,
  timeUnpriced: (time, unpriced) => `${time}: ${unpriced}`,
  yearTitle: (year) => `Cada día de ${year}, en dinero`,
  hoursTitle: (range) => `Coste por día de la semana y hora, ${range}`,
  hoursUnknown: (cost) => `Sin hora, de exportaciones diarias: ${cost}.`,

  perEvent: (cost) => `${cost} de media por evento`,
  mostExpensive: 'Proyecto más caro',
  shareOfCost: (percent) => `${percent} del coste`,
  savedByCache: 'Ahorrado por la caché',
  withoutCache: (cost) => `sin ella habría sido ≈ ${cost}`,
  cachePrices: 'a los precios de lista de peticiones cortas',
  cacheUnpriced: (tokens) => `sin ${tokens} tokens en caché que no tienen precio`,
  splitLabel: 'Tokens y coste por clase',
  undivided: 'Sin dividir',
  undividedText:
    'Sin dividir: costes que registró una herramienta, y días con peticiones largas u otros precios.',
  tokensInAll: (tokens) => `${tokens} tokens en total`,

  qualities: {
    call: 'una llamada',
    'session-total': 'la suma de una sesión',
    rounded: 'números redondeados',
    'total-only': 'un total sin desglose',
    'cost-only': 'solo un coste',
  },
  answer: (name, month, cost) => `${name}, ${month}: ${cost}`,
  noUsage: 'sin uso',

  how: {
    recorded: 'registrado por la herramienta',
    computed: 'calculado',
    free: 'gratis: se ejecutó en tu propio dispositivo',
    unpriced: 'sin precio conocido',
  },
};
