import type { Texts } from '../texts';

export const planWindows: Texts['planWindows'] = {
  title: 'Ventanas de los planes',
  rule: 'Calculado a partir de los eventos guardados: una ventana empieza en la hora en punto (UTC) de su primer evento y dura 5 horas; el ritmo cuenta desde ese evento. No se leen los límites que una herramienta escribe en su propio log.',
  window: 'Ventana actual',
  noWindow: 'Ninguna. La siguiente empieza con el próximo evento.',
  soFar: 'Hasta ahora',
  pace: 'Ritmo por hora',
  paceLater: 'Se conoce 10 minutos después del primer evento',
  resets: 'Se reinicia',
  resetsIn: (hours, minutes) => (hours === 0 ? `en ${minutes} min` : `en ${hours} h ${minutes} min`),
  week: 'Últimos 7 días',
  tokens: (tokens) => `${tokens} tokens`,
};
